import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, it } from 'mocha';
import { window } from 'vscode';
import { systemTimer } from '../../../src/aws/timer.ts';
import { GroupFollower } from '../../../src/logs/follow/groupFollower.ts';
import { LineFormatter } from '../../../src/logs/lines/lineFormatter.ts';
import { logsApi } from '../../../src/logs/read/logsApi.ts';
import { removeOldFiles } from '../../../src/ui/logs/channel/channelFiles.ts';
import { isLogChannel } from '../../../src/ui/logs/channel/channelVisibility.ts';
import { type ChannelWords, LogChannel } from '../../../src/ui/logs/channel/logChannel.ts';
import { connectTo, useAwsFiles } from '../../support/awsFiles.ts';
import { toLine } from './endlessGroup.ts';
import { TurnMeter } from './turnMeter.ts';

const name = 'ECS ten million';
const lines = Number(process.env['LOGS_LINES']);
const start = Number(process.env['LOGS_START']);
const region = process.env['LOGS_REGION'] ?? 'eu-west-3';

describe('ten million lines through one channel', function () {
  this.timeout(3_600_000);

  it('leave the extension host small, its files bounded and its event loop free', async () => {
    let leftOut = 0;
    const words: ChannelWords = {
      startedOver: () => '00:00:00.000 ── started over\n',
      leftOut: (count) => {
        leftOut += count;
        return `00:00:00.000 ── ${count} lines left out\n`;
      },
    };
    const channel = new LogChannel({ name, words, isVisible: () => true, fileEnded: () => void removeOld() });
    channel.show(true);
    const keys = { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'nobody-checks-it' };
    const settings = { ...keys, region, endpoint_url: process.env['LOGS_ENDPOINT'] ?? '' };
    const files = await useAwsFiles({ flood: { settings } });
    const connection = await connectTo({ profile: 'flood' });
    const formatter = new LineFormatter({ clock: 'local', json: 'line', origin: 0 });
    await delay(1000);
    const before = await usedMemory();
    const blocked = monitorEventLoopDelay({ resolution: 5 });
    const turns = new TurnMeter();
    const stop = new AbortController();
    let shown = 0;
    const follower = new GroupFollower(
      {
        api: logsApi(connection),
        timer: systemTimer,
        query: () => ({ region, group: 'g', groupArn: 'arn', streamPrefixes: [] }),
        mode: 'polling',
        interval: () => 2000,
        overlap: 120_000,
        select: (events) => events.map(toLine),
        deliver: (batch) => {
          channel.write({ lines: batch.length, size: batch.length * 130, text: () => formatter.format(batch) });
          shown += batch.length;
          if (shown >= lines) stop.abort();
        },
        notice: () => undefined,
      },
      start - 1000,
    );
    const started = performance.now();
    blocked.enable();
    turns.start();
    await follower.run(stop.signal);
    const seconds = (performance.now() - started) / 1000;
    // Until what is waiting has been shown.
    await delay(6000);
    blocked.disable();
    turns.stop();
    const figures = {
      lines: shown,
      leftOut,
      rate: Math.round(shown / seconds),
      mb: ((await usedMemory()) - before) / 1e6,
      filesMb: (await bytesOfChannel()) / 1e6,
      ownTurnMs: turns.percentile(99.9),
      longestOwnTurnMs: turns.percentile(100),
      blockedMs: blocked.percentile(99.9) / 1e6,
      longestMs: blocked.max / 1e6,
    };
    console.log(`LOGS ${JSON.stringify(figures)}`);
    channel.dispose();
    connection.dispose();
    await files.remove();
    assert.ok(figures.mb < 60, `${figures.mb} MB above idle`);
    assert.ok(figures.filesMb < 100, `${figures.filesMb} MB of files`);
    // Work of this thread alone, many times what it is; what others on the same processors take is in blockedMs.
    assert.ok(figures.ownTurnMs < 500, `turns of ${figures.ownTurnMs} ms`);
    assert.match(lastRows(), new RegExp(`order ${start + lines - 1} was placed`));
  });
});

/** What is in view of the channel. */
function lastRows(): string {
  const document = window.visibleTextEditors.map((editor) => editor.document).find(isLogChannel);
  return document?.getText().slice(-2000) ?? '';
}

/** Bytes in use. What has a finalizer is freed by the second collection only. */
async function usedMemory(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  await delay(500);
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Bytes of the files that VS Code keeps for the channel. */
async function bytesOfChannel(): Promise<number> {
  const sizes = await Promise.all((await filesOfChannel()).map(async (file) => (await stat(file)).size));
  assert.ok(sizes.length > 0, 'the files of the channel are found');
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** As the extension does with its log folder. */
async function removeOld(): Promise<void> {
  const [file = ''] = await filesOfChannel();
  await removeOldFiles(join(dirname(file), '../ecs-workbench.ecs-workbench'), name);
}

/** They lie somewhere below the scratch profile, beside its home. */
async function filesOfChannel(): Promise<string[]> {
  const profile = join(process.env['HOME'] ?? '', '..');
  const files = await readdir(profile, { recursive: true });
  return files.filter((file) => file.includes(name)).map((file) => join(profile, file));
}
