import { setTimeout as delay } from 'node:timers/promises';
import { UpdateServiceCommand } from '@aws-sdk/client-ecs';
import type { LogLine } from '../../../src/logs/lines/logLine.ts';
import { follow, type Following } from '../../support/following.ts';
import { type LoggingService, startLoggingService } from '../../support/loggingService.ts';

export interface StormOptions {
  seconds: number;
  /** Two containers each. */
  tasks: number;
  /** Lines a second, once the calm first fifth is over. */
  rate: number;
  calmRate: number;
}

/** What became of the lines of a storm. */
export interface StormResult {
  written: number;
  lost: number;
  duplicated: number;
  /** Lines that came in time and stand before an earlier one of their stream. */
  misplaced: number;
  /** Milliseconds from write to screen of lines that came in time. */
  lags: number[];
  requests: number;
  following: Following;
}

/** Share of the lines that come late, and by how many milliseconds at most. */
const late = { share: 0.1, most: 60_000 };

interface Written {
  stream: string;
  timestamp: number;
  message: string;
  at: number;
  late: boolean;
}

/**
 * Follows a service over HTTP while it writes from hundreds of streams, is deployed anew, and everything goes wrong that
 * can: throttles, resets, empty pages, late lines, equal lines, broken sessions, and live tail forbidden half-way.
 */
export async function runStorm(options: StormOptions): Promise<StormResult> {
  const service = await startLoggingService({ desiredCount: options.tasks, limits: true });
  const { faults } = service.server;
  service.group.logs.emptyPages = 0.1;
  faults.add({ operation: 'logs:FilterLogEvents', kind: 'throttle', rate: 0.1 });
  faults.add({ operation: 'logs:FilterLogEvents', kind: 'resetBefore', rate: 0.03 });
  faults.add({ operation: 'logs:FilterLogEvents', kind: 'resetAfter', rate: 0.03 });
  faults.add({ operation: 'logs:StartLiveTail', kind: 'streamReset', ms: 5000, count: 1 });
  const shownAt: number[] = [];
  const following = follow(service, {
    interval: 2000,
    past: { span: 120_000, lines: 10_000 },
    show: (lines) => {
      const now = Date.now();
      for (const line of lines) {
        following.lines.push(line);
        shownAt.push(now);
      }
    },
  });
  try {
    const written = await writeStorm(service, options);
    await following.until(() => following.lines.length >= written.length, 300_000).catch(() => undefined);
    await delay(3000);
    await following.stop();
    const requests = service.server.ledger.count('logs:FilterLogEvents');
    return { ...judge(written, following.lines, shownAt), requests, following };
  } finally {
    await following.stop().catch(() => undefined);
    await service.close();
  }
}

async function writeStorm(service: LoggingService, options: StormOptions): Promise<Written[]> {
  const written: Written[] = [];
  const started = Date.now();
  const length = options.seconds * 1000;
  let streams = await streamsOf(service);
  let redeployed = false;
  let forbidden = false;
  let number = 0;
  let debt = 0;
  let last = started;
  for (let now = started; now - started < length; now = Date.now()) {
    const share = (now - started) / length;
    debt += ((now - last) / 1000) * (share < 0.2 ? options.calmRate : options.rate);
    last = now;
    for (; debt >= 1; debt--) written.push(writeOne(service, streams[number % streams.length] ?? '', number++, now));
    if (share > 0.3 && !redeployed) {
      redeployed = true;
      await redeploy(service);
    }
    if (share > 0.5 && !forbidden) {
      forbidden = true;
      service.server.faults.add({ operation: 'logs:StartLiveTail', kind: 'accessDenied' });
      for (const session of service.group.logs.sessions) session.fail('SessionStreamingException', 'Broken.');
    }
    await delay(20);
    if (number % 50 === 0) streams = await streamsOf(service);
  }
  return written;
}

async function redeploy(service: LoggingService): Promise<void> {
  const taskDefinition = await service.register();
  await service.ecs.send(new UpdateServiceCommand({ cluster: 'shop', service: 'web', taskDefinition }));
}

async function streamsOf(service: LoggingService): Promise<string[]> {
  const ids = (await service.tasks()).map((arn) => arn.split('/').at(-1));
  return ids.flatMap((id) => [`web/app/${id}`, `web/proxy/${id}`]);
}

function writeOne(service: LoggingService, stream: string, number: number, now: number): Written {
  const isLate = Math.random() < late.share;
  // Steps of ten milliseconds make equal times common.
  const timestamp = Math.floor((now - (isLate ? Math.random() * late.most : 0)) / 10) * 10;
  const message = number % 7 === 0 ? 'the same as before' : `{"level":"info","message":"line ${number}","n":${number}}`;
  service.group.openStream(stream).put([{ timestamp, message }]);
  return { stream, timestamp, message, at: now, late: isLate };
}

type Verdict = Pick<StormResult, 'written' | 'lost' | 'duplicated' | 'misplaced' | 'lags'>;

function judge(written: readonly Written[], shown: readonly LogLine[], shownAt: readonly number[]): Verdict {
  const balance = new Map<string, number>();
  const count = (key: string, by: number): void => void balance.set(key, (balance.get(key) ?? 0) + by);
  for (const line of written) count(keyOf(line), 1);
  for (const line of shown) count(keyOf(line), -1);
  const differences = [...balance.values()];
  const places = new Map(shown.map((line, at) => [keyOf(line), at]));
  const latest = new Map<string, number>();
  const lags: number[] = [];
  let misplaced = 0;
  for (const line of written) {
    const place = places.get(keyOf(line));
    if (line.late || place === undefined || line.message === 'the same as before') continue;
    lags.push((shownAt[place] ?? 0) - line.at);
    if (place < (latest.get(line.stream) ?? -1)) misplaced++;
    latest.set(line.stream, place);
  }
  return {
    written: written.length,
    lost: differences.reduce((sum, one) => sum + Math.max(0, one), 0),
    duplicated: differences.reduce((sum, one) => sum + Math.max(0, -one), 0),
    misplaced,
    lags: lags.sort((one, other) => one - other),
  };
}

function keyOf({ stream, timestamp, message }: { stream: string; timestamp: number; message: string }): string {
  return `${stream}|${timestamp}|${message}`;
}
