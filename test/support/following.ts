import { systemTimer } from '../../src/aws/timer.ts';
import { type FollowOptions, LogFollower } from '../../src/logs/logFollower.ts';
import type { LogLine } from '../../src/logs/lines/logLine.ts';
import type { Marker } from '../../src/logs/marker.ts';
import { eventually } from './eventually.ts';
import type { LoggingService } from './loggingService.ts';

/** A stream that is being followed, with all that it showed. */
export interface Following {
  lines: LogLine[];
  markers: Marker[];
  messages(): string[];
  /** Resolves when the condition holds; rejects when the stream fails before. */
  until(condition: () => boolean, limitMs?: number): Promise<void>;
  /** Resolves when so many markers of a kind have been shown. */
  untilMarked(kind: Marker['kind'], times?: number): Promise<void>;
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
  const state = (): string => `What was waited for after ${JSON.stringify({ lines: lines.slice(-5), markers })}`;
  const until = async (condition: () => boolean, limitMs?: number): Promise<void> => {
    // A stream that ends by itself may have been waited for.
    const failure = running.then(() => new Promise<never>(() => undefined));
    await Promise.race([eventually(state, condition, limitMs), failure]);
  };
  return {
    get ended() {
      return running;
    },
    lines,
    markers,
    messages: () => lines.map((line) => line.message),
    until,
    untilMarked: (kind, times = 1) => until(() => markers.filter((marker) => marker.kind === kind).length >= times),
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
