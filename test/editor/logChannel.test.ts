import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, it } from 'mocha';
import { commands, window } from 'vscode';
import type { Rows } from '../../src/ui/logs/channel/rowQueue.ts';
import { isLogChannel } from '../../src/ui/logs/channel/channelVisibility.ts';
import { type ChannelWords, LogChannel, type LogChannelOptions } from '../../src/ui/logs/channel/logChannel.ts';
import { eventually } from '../support/eventually.ts';

describe('a log channel', () => {
  let channel: LogChannel;

  afterEach(async () => {
    channel.dispose();
    await commands.executeCommand('workbench.action.closePanel');
  });

  function open(options: Partial<LogChannelOptions>): void {
    const isVisible = (): boolean => view() !== undefined;
    const words: ChannelWords = {
      startedOver: () => '── started over\n',
      leftOut: (lines) => `── ${lines} lines left out\n`,
    };
    channel = new LogChannel({ name: 'ECS flood', words, isVisible, ...options });
    channel.show(true);
  }

  /** What is in view of it. */
  function view(): string | undefined {
    const documents = window.visibleTextEditors.map((editor) => editor.document).filter(isLogChannel);
    return documents.find((document) => document.uri.path.endsWith('-ECS flood'))?.getText();
  }

  async function until(condition: () => boolean, what: string): Promise<void> {
    await eventually(() => `${what}, after ${view()?.slice(-500)},`, condition);
  }

  function rows(first: number, lines: number): Rows {
    const numbers = Array.from({ length: lines }, (_, at) => first + at);
    const text = numbers.map((number) => `line ${number} of a service that writes a lot\n`).join('');
    return { lines, size: text.length, text: () => text };
  }

  const numbersIn = (text: string): number[] => [...text.matchAll(/^line (\d+)/gm)].map(([, number]) => Number(number));

  it('shows the newest of a flood and counts what it leaves out', async () => {
    open({ pace: { waiting: { capacity: 100_000, kept: 20_000 } } });
    for (let first = 0; first < 50_000; first += 1000) channel.write(rows(first, 1000));
    await until(() => view()?.includes('line 49999 ') ?? false, 'the last line is shown');
    const text = view() ?? '';
    const leftOut = [...text.matchAll(/── (\d+) lines left out/g)].reduce((sum, [, lines]) => sum + Number(lines), 0);
    assert.ok(leftOut > 40_000, `${leftOut} were left out`);
    assert.equal(numbersIn(text).length + leftOut, 50_000);
  });

  it('starts over when it is full, in its file and in the next ones, and shows each line once', async () => {
    let filesEnded = 0;
    open({
      pace: { portion: 10_000, pause: 20 },
      limits: { shown: 20_000, file: 45_000 },
      fileEnded: () => filesEnded++,
    });
    await until(() => view() !== undefined, 'the channel is in view');
    const seen = new Set<number>();
    let longest = 0;
    for (let first = 0; first < 4000; first += 200) {
      channel.write(rows(first, 200));
      await until(() => view()?.includes(`line ${first + 199} `) ?? false, `line ${first + 199} is shown`);
      const text = view() ?? '';
      longest = Math.max(longest, text.length);
      const numbers = numbersIn(text);
      assert.deepEqual(
        numbers,
        [...new Set(numbers)].toSorted((a, b) => a - b),
      );
      for (const number of numbers) seen.add(number);
    }
    assert.equal(seen.size, 4000);
    assert.ok(longest < 40_000, `${longest} characters were in view`);
    assert.match(view() ?? '', /^── started over/);
    await until(() => filesEnded >= 3, `three files end, of which ${filesEnded} did`);
  });

  it('is empty after it was cleared, however much it has shown', async () => {
    open({ pace: { portion: 5000, pause: 20 }, limits: { shown: 1e6, file: 45_000 } });
    await until(() => view() !== undefined, 'the channel is in view');
    channel.write(rows(0, 3000));
    await until(() => view()?.includes('line 2999 ') ?? false, 'the last line is shown');
    channel.clear();
    channel.write(rows(3000, 1));
    await until(() => view() === rows(3000, 1).text(false), 'only what came after is shown');
    // Longer than the channel that it took the place of stays.
    await delay(1500);
    assert.equal(view(), rows(3000, 1).text(false));
  });
});
