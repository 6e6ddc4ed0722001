import { execFileSync, spawn } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { systemTimer } from '../../src/aws/timer.ts';
import { GroupFollower } from '../../src/logs/follow/groupFollower.ts';
import { LineFormatter } from '../../src/logs/lines/lineFormatter.ts';
import { logsApi } from '../../src/logs/read/logsApi.ts';
import { channelPace, RowPacer } from '../../src/ui/logs/channel/rowPacer.ts';
import { endlessGroup, sampleEvent, toLine } from '../soak/logs/endlessGroup.ts';
import { runStorm } from '../soak/logs/logStorm.ts';
import { follow } from '../support/following.ts';
import { type LoggingService, region, startLoggingService } from '../support/loggingService.ts';
import { quantile } from './statistics.ts';

export const prefixes = ['logs.'];

/** Milliseconds on the way to the service and back. */
const latency = 50;

/** FilterLogEvents requests a second that the account allows in the Region of the tests, and events in one answer. */
const quota = { requests: 10, events: 10_000 };

/** Following logs, against the simulated account with AWS's quotas and in memory. */
export async function measure(): Promise<Record<string, number>> {
  return {
    ...(await measureFirstLine()),
    ...(await measureLag()),
    ...(await measureQuiet()),
    ...(await measureCatchUp()),
    ...(await measureStorm()),
    ...(await measureFormatting()),
    ...(await measureTenMillion()),
  };
}

async function steadyService(desiredCount: number): Promise<LoggingService & { running: string[] }> {
  const service = await startLoggingService({ desiredCount, limits: true });
  let running = await service.tasks();
  for (; running.length < desiredCount; running = await service.tasks()) await delay(20);
  service.server.latency.set(latency);
  return { ...service, running };
}

/** Medians of nine: from the command to the first line, three round trips and what we add to them. */
async function measureFirstLine(): Promise<Record<string, number>> {
  const service = await steadyService(4);
  try {
    service.write(service.running[0] ?? '', ['first']);
    const times: number[] = [];
    for (let run = 0; run < 9; run++) {
      const started = performance.now();
      const following = follow(service);
      await following.until(() => following.lines.length > 0);
      times.push(performance.now() - started);
      await following.stop();
    }
    const own = quantile(times, 0.5);
    return { 'logs.first.ms': own, 'logs.first.overhead.ms': own - 3 * latency, ...(await measureCli(service)) };
  } finally {
    await service.close();
  }
}

/** Polling each two seconds, a hundred lines a second: from write to screen. */
async function measureLag(): Promise<Record<string, number>> {
  const service = await steadyService(4);
  const lags: number[] = [];
  const following = follow(service, {
    mode: 'polling',
    interval: 2000,
    show: (lines) => void lags.push(...lines.map((line) => Date.now() - Number(line.message))),
  });
  try {
    for (let tick = 0; tick < 300; tick++) {
      for (let n = 0; n < 10; n++) service.write(service.running[n % 4] ?? '', [`${Date.now()}`]);
      await delay(100);
    }
    await delay(2500);
    await following.stop();
    return { 'logs.lag.p95.ms': quantile(lags, 0.95) };
  } finally {
    await service.close();
  }
}

/** Fifty silent tasks in one group: requests a minute. */
async function measureQuiet(): Promise<Record<string, number>> {
  const service = await steadyService(50);
  const following = follow(service, { mode: 'polling', interval: 2000 });
  try {
    await delay(3000);
    const mark = service.server.ledger.mark();
    await delay(20_000);
    return { 'logs.quiet50.calls': service.server.ledger.count('logs:FilterLogEvents', mark) * 3 };
  } finally {
    await following.stop();
    await service.close();
  }
}

/** A million lines of the past, as a share of what the request quota can bring in the same time. */
async function measureCatchUp(): Promise<Record<string, number>> {
  const lines = 1_000_000;
  const service = await steadyService(1);
  const now = service.server.clock.now();
  const stream = service.group.openStream('web/app/backlog');
  for (let n = 0; n < lines; n += 1000) {
    stream.put(
      Array.from({ length: 1000 }, (_, at) => ({
        timestamp: now - 3_600_000 + (n + at) * 3,
        message: `line ${n + at}`,
      })),
    );
  }
  const stop = new AbortController();
  let shown = 0;
  const started = performance.now();
  const follower = new GroupFollower(
    {
      api: logsApi(service.connection),
      timer: systemTimer,
      query: () => ({ region, group: '/ecs/web', groupArn: service.group.arn, streamPrefixes: ['web/'] }),
      mode: 'polling',
      interval: () => 2000,
      overlap: 120_000,
      select: (events) => events,
      deliver: (events) => {
        shown += events.length;
        if (shown >= lines) stop.abort();
      },
      notice: () => undefined,
    },
    now - 3_700_000,
  );
  await follower.run(stop.signal);
  const seconds = (performance.now() - started) / 1000;
  await service.close();
  return {
    'logs.catchup.quota': lines / seconds / (quota.requests * quota.events),
    'logs.catchup.rate': lines / seconds,
  };
}

async function measureStorm(): Promise<Record<string, number>> {
  const storm = await runStorm({ seconds: 20, tasks: 20, rate: 800, calmRate: 100 });
  return { 'logs.lost': storm.lost, 'logs.duplicated': storm.duplicated };
}

/** Lines a second through formatting into text, a quarter of them JSON. */
async function measureFormatting(): Promise<Record<string, number>> {
  const formatter = new LineFormatter({ clock: 'local', json: 'line', origin: 0 });
  const batch = Array.from({ length: 10_000 }, (_, at) => toLine(sampleEvent(Date.now() + at)));
  let characters = 0;
  const started = performance.now();
  for (let round = 0; round < 50; round++) characters += formatter.format(batch).length;
  if (characters === 0) throw new Error('Nothing was formatted.');
  const rate = (50 * batch.length) / ((performance.now() - started) / 1000);
  return { 'logs.rate': rate, 'logs.hostile.ms': slowestMessage() };
}

/** Milliseconds of the slowest of some messages of a quarter of a megabyte, the best of three each. */
function slowestMessage(): number {
  const times = ['\r', '(', 'a', 'A.', '[', '\u001b[', ' '].map((one) => {
    const line = toLine({ ...sampleEvent(0), message: one.repeat(256_000 / one.length) });
    const tries = Array.from({ length: 3 }, () => {
      const started = performance.now();
      new LineFormatter({ clock: 'local', json: 'line', origin: 0 }).format([line]);
      return performance.now() - started;
    });
    return Math.min(...tries);
  });
  return Math.max(...times);
}

/** Ten million lines through a follower to where a channel takes them: memory above idle, longest block of the event loop. */
async function measureTenMillion(): Promise<Record<string, number>> {
  const lines = 10_000_000;
  const stop = new AbortController();
  const formatter = new LineFormatter({ clock: 'local', json: 'line', origin: 0 });
  const pacer = new RowPacer(channelPace, () => undefined);
  const before = usedMemory();
  const blocked = monitorEventLoopDelay({ resolution: 1 });
  blocked.enable();
  let read = 0;
  const start = Date.now() - lines - 200_000;
  const follower = new GroupFollower(
    {
      api: endlessGroup(start, lines),
      timer: systemTimer,
      query: () => ({ region, group: 'g', groupArn: 'arn', streamPrefixes: [] }),
      mode: 'polling',
      interval: () => 2000,
      overlap: 120_000,
      select: (events) => events.map(toLine),
      deliver: async (batch) => {
        pacer.add({ lines: batch.length, size: batch.length * 130, text: () => formatter.format(batch) });
        read += batch.length;
        if (read >= lines) stop.abort();
        await nextTurn();
      },
      notice: () => undefined,
    },
    start - 1000,
  );
  await follower.run(stop.signal);
  blocked.disable();
  pacer.clear();
  return { 'logs.10m.mb': (usedMemory() - before) / 1e6, 'logs.10m.blocked.ms': blocked.max / 1e6 };
}

function usedMemory(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The same first line by the AWS CLI, where its second version is installed. */
async function measureCli(service: LoggingService): Promise<Record<string, number>> {
  if (!hasCli()) return {};
  const { accessKeyId, secretAccessKey } = service.server.account.credential;
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: region,
  };
  const started = performance.now();
  const cli = spawn('aws', ['logs', 'tail', '/ecs/web', '--follow', '--endpoint-url', service.server.url], { env });
  try {
    await new Promise((resolve, reject) => {
      cli.stdout.once('data', resolve);
      cli.once('error', reject);
      cli.once('exit', reject);
    });
    return { 'logs.cli.first.ms': performance.now() - started };
  } finally {
    cli.kill();
  }
}

function hasCli(): boolean {
  try {
    return execFileSync('aws', ['--version'], { encoding: 'utf8' }).startsWith('aws-cli/2');
  } catch {
    return false;
  }
}
