import { setTimeout as delay } from 'node:timers/promises';
import { systemTimer } from '../../src/aws/timer.ts';
import { type FollowOptions, LogFollower } from '../../src/logs/logFollower.ts';
import type { LogLine } from '../../src/logs/lines/logLine.ts';
import type { Marker } from '../../src/logs/marker.ts';
import type { LoggingService } from './loggingService.ts';

/** A stream that is being followed, with all that it showed. */
export interface Following {
  lines: LogLine[];
  markers: Marker[];
  messages(): string[];
  /** Resolves when the condition holds; rejects after five seconds, or `ms`. */
  until(condition: () => boolean, ms?: number): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when the stream ends by itself. */
  readonly ended: Promise<void>;
  resume(): void;
}

export function follow(service: LoggingService, options: Partial<FollowOptions> = {}): Following {
  const lines: LogLine[] = [];
  const markers: Marker[] = [];
  const follower = new LogFollower({
    scope: { kind: 'service', clusterArn: service.clusterArn, serviceArn: service.serviceArn },
    connection: service.connection,
    connectionFor: () => service.connection,
    timer: systemTimer,
    mode: 'auto',
    interval: 300,
    overlap: 120_000,
    past: { span: 600_000, lines: 200 },
    show: (batch) => void lines.push(...batch),
    mark: (marker) => void markers.push(marker),
    ...options,
  });
  let stopping = new AbortController();
  let running = follower.run(stopping.signal);
  running.catch(() => undefined);
  return {
    get ended() {
      return running;
    },
    lines,
    markers,
    messages: () => lines.map((line) => line.message),
    async until(condition, ms = 5000) {
      const end = Date.now() + ms;
      while (!condition()) {
        await Promise.race([delay(10), running.then(() => delay(10))]);
        if (Date.now() > end)
          throw new Error(`Nothing came of it: ${JSON.stringify({ lines: lines.slice(-5), markers })}`);
      }
    },
    async stop() {
      stopping.abort();
      await running;
    },
    resume() {
      stopping = new AbortController();
      running = follower.run(stopping.signal);
      running.catch(() => undefined);
    },
  };
}
