import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, it } from 'mocha';
import { systemTimer } from '../../../src/aws/timer.ts';
import { GroupFollower } from '../../../src/logs/groupFollower.ts';
import { LineFormatter } from '../../../src/logs/lineFormatter.ts';
import type { LogLine } from '../../../src/logs/logLine.ts';
import { LogChannel } from '../../../src/ui/logs/logChannel.ts';
import { endlessGroup, toLine } from './endlessGroup.ts';

const lines = Number(process.env['LOGS_LINES'] ?? 10_000_000);

describe('ten million lines through one channel', function () {
  this.timeout(900_000);

  it('leave the extension host small, its files bounded and its event loop free', async () => {
    const channel = new LogChannel('ECS ten million');
    channel.show(true);
    const formatter = new LineFormatter({ clock: 'local', json: 'line', origin: 0 });
    await delay(1000);
    const before = usedMemory();
    const blocked = monitorEventLoopDelay({ resolution: 5 });
    const stop = new AbortController();
    const start = Date.now() - lines - 200_000;
    let shown = 0;
    const follower = new GroupFollower(
      {
        api: endlessGroup(start, lines),
        timer: systemTimer,
        query: () => ({ region: 'eu-west-3', group: 'g', groupArn: 'arn', streamPrefixes: [] }),
        mode: 'polling',
        interval: () => 2000,
        overlap: 120_000,
        select: (events) => events.map(toLine),
        deliver: async (events) => {
          await channel.write(formatter.format(events as LogLine[]));
          shown += events.length;
          if (shown >= lines) stop.abort();
        },
        notice: () => undefined,
      },
      start - 1000,
    );
    const started = performance.now();
    blocked.enable();
    await follower.run(stop.signal);
    blocked.disable();
    const seconds = (performance.now() - started) / 1000;
    await delay(3000);
    const figures = {
      lines: shown,
      rate: Math.round(shown / seconds),
      mb: (usedMemory() - before) / 1e6,
      filesMb: (await bytesOfChannel()) / 1e6,
      blockedMs: blocked.percentile(99.9) / 1e6,
      longestMs: blocked.max / 1e6,
    };
    console.log(`LOGS ${JSON.stringify(figures)}`);
    channel.dispose();
    assert.ok(figures.mb < 60, `${figures.mb} MB above idle`);
    assert.ok(figures.filesMb < 100, `${figures.filesMb} MB of files`);
    assert.ok(figures.blockedMs < 50, `blocked for ${figures.blockedMs} ms`);
  });
});

function usedMemory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Bytes of the files that VS Code keeps for the channel, somewhere below the scratch profile, beside its home. */
async function bytesOfChannel(): Promise<number> {
  const profile = join(process.env['HOME'] ?? '', '..');
  const files = (await readdir(profile, { recursive: true })).filter((file) => file.includes('ECS ten million'));
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(profile, file))).size));
  assert.ok(sizes.length > 0, 'the files of the channel are found');
  return sizes.reduce((sum, size) => sum + size, 0);
}
