import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RowQueue, type Rows } from '../../../src/ui/logs/channel/rowQueue.ts';

/** Rows of ten characters, numbered. */
function rows(first: number, lines: number): Rows {
  const numbers = Array.from({ length: lines }, (_, at) => first + at);
  const text = numbers.map((number) => `${`${number}`.padStart(9, '0')}\n`).join('');
  return { lines, size: text.length, text: () => text };
}

test('what is taken in portions is what was added, in whole rows', () => {
  const queue = new RowQueue({ capacity: 10_000, kept: 1000 });
  queue.add(rows(0, 30));
  queue.add(rows(30, 3));
  queue.add(rows(33, 60));
  let text = '';
  while (!queue.isEmpty) {
    const portion = queue.take(95);
    assert.equal(portion.leftOut, 0);
    assert.match(portion.text, /^(\d{9}\n){1,9}$/);
    text += portion.text;
  }
  assert.equal(text, rows(0, 93).text(false));
});

test('a row longer than a portion is taken piece by piece', () => {
  const queue = new RowQueue({ capacity: 10_000, kept: 1000 });
  const long = `${'x'.repeat(25)}\n`;
  queue.add({ lines: 1, size: long.length, text: () => long });
  assert.deepEqual(
    [queue.take(10), queue.take(10), queue.take(10)].map(({ text }) => text.length),
    [10, 10, 6],
  );
  assert.ok(queue.isEmpty);
});

test('of a flood the newest rows are kept, the others counted once, and lasting ones stay in their place', () => {
  const queue = new RowQueue({ capacity: 1000, kept: 200 });
  const marker = '── a task stopped ──\n';
  queue.add(rows(0, 10));
  queue.add({ lines: 1, size: marker.length, text: () => marker, lasting: true });
  for (let first = 10; first < 500; first += 10) queue.add(rows(first, 10));
  assert.ok(queue.isFlooded);
  let leftOut = 0;
  let text = '';
  while (!queue.isEmpty) {
    const portion = queue.take(50);
    leftOut += portion.leftOut;
    text += portion.text;
  }
  const shown = text.split('\n').filter((row) => /^\d{9}$/.test(row)).length;
  assert.equal(shown + leftOut, 500);
  assert.ok(text.startsWith(marker), text.slice(0, 40));
  assert.ok(text.endsWith('000000499\n'));
  assert.ok(text.length <= 400 + marker.length);
});

test('rows are not put into text when they are never shown, and are again once the flood is over', () => {
  const queue = new RowQueue({ capacity: 1000, kept: 200 });
  let written = 0;
  const counted = (first: number): Rows => {
    const made = rows(first, 10);
    return { ...made, text: () => (written++, made.text(false)) };
  };
  for (let first = 0; first < 10_000; first += 10) queue.add(counted(first));
  assert.ok(written < 20, `${written} of 1000 batches were written`);
  queue.take(1000);
  queue.calmDown();
  const before = written;
  queue.add(counted(0));
  assert.equal(written, before + 1);
});

test('rows are written in their order, and told when lines are missing before them', () => {
  const queue = new RowQueue({ capacity: 1000, kept: 200 });
  const written: string[] = [];
  const traced = (first: number): Rows => {
    const made = rows(first, 10);
    const text = (afterGap: boolean): string => {
      written.push(`${first}${afterGap ? ' after a gap' : ''}`);
      return made.text(false);
    };
    return { ...made, text };
  };
  for (let first = 0; first < 150; first += 10) queue.add(traced(first));
  written.length = 0;
  for (let first = 200; first < 300; first += 10) queue.add(traced(first));
  queue.take(50);
  queue.calmDown();
  queue.add(traced(300));
  while (!queue.isEmpty) queue.take(50);
  assert.deepEqual(written, ['260 after a gap', '270', '280', '290', '300']);
});

test('of lines with several rows, lines are counted and not rows', () => {
  const queue = new RowQueue({ capacity: 4000, kept: 200 });
  const many = rows(0, 2000);
  const big: Rows = { ...many, lines: 100 };
  queue.add(big);
  queue.take(4000);
  for (let first = 0; first < 500; first += 10) queue.add(rows(first, 10));
  const { leftOut } = queue.take(50);
  assert.ok(leftOut >= 80 && leftOut <= 580, `${leftOut} lines`);
});

test('rows that cannot be written do not keep the others from being shown', () => {
  const queue = new RowQueue({ capacity: 1000, kept: 200 });
  queue.add({
    lines: 1,
    size: 10,
    text: () => {
      throw new RangeError('too deep');
    },
  });
  queue.add(rows(0, 1));
  assert.equal(queue.take(1000).text, 'RangeError: too deep\n000000000\n');
});
