import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Merger } from '../../../src/logs/follow/merger.ts';
import { HeldTimer } from '../../support/heldTimer.ts';

function merger(sources: number) {
  const timer = new HeldTimer();
  const shown: number[][] = [];
  const made = new Merger<{ timestamp: number }>(
    timer,
    (lines) => void shown.push(lines.map((line) => line.timestamp)),
  );
  made.sources = sources;
  const add = (...times: number[]) => made.add(times.map((timestamp) => ({ timestamp })));
  return { timer, shown, add };
}

test('a single group is shown at once', async () => {
  const { shown, add } = merger(1);
  await add(3, 4);
  await add(1);
  assert.deepEqual(shown, [[3, 4], [1]]);
});

test('what several groups bring within a moment is put into time order', async () => {
  const { timer, shown, add } = merger(2);
  await add(3, 4);
  await timer.advance(50);
  await add(1, 5);
  assert.deepEqual(shown, []);
  await timer.advance(200);
  assert.deepEqual(shown, [[1, 3, 4, 5]]);
});

test('a flood is not waited with', async () => {
  const { shown, add } = merger(2);
  await add(...Array.from({ length: 20_001 }, (_, at) => at));
  assert.equal(shown[0]?.length, 20_001);
});
