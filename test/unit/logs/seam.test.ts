import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogEvent } from '../../../src/logs/lines/logLine.ts';
import { Seam } from '../../../src/logs/follow/seam.ts';

const event = (message: string, timestamp = 1_000_000, stream = 's'): LogEvent => ({
  stream,
  timestamp,
  ingestionTime: timestamp + 1,
  message,
});

test('what one source has shown, another does not show again', () => {
  const seam = new Seam();
  const [live, poll] = [seam.beginPass(), seam.beginPass()];
  assert.equal(seam.isNew(event('a'), 'live', live), true);
  assert.equal(seam.isNew(event('a'), 'polled', poll), false);
  assert.equal(seam.isNew(event('b'), 'polled', poll), true);
});

test('equal events are counted: the third of three is new where two were shown', () => {
  const seam = new Seam();
  const live = seam.beginPass();
  assert.deepEqual(
    [1, 2].map(() => seam.isNew(event('a'), 'live', live)),
    [true, true],
  );
  const poll = seam.beginPass();
  assert.deepEqual(
    [1, 2, 3].map(() => seam.isNew(event('a'), 'polled', poll)),
    [false, false, true],
  );
  assert.deepEqual(
    [1].map(() => seam.isNew(event('a'), 'live', live)),
    [false],
  );
});

test('a poll between two live updates takes nothing away from either', () => {
  const seam = new Seam();
  const live = seam.beginPass();
  assert.equal(seam.isNew(event('a'), 'live', live), true);
  assert.equal(seam.isNew(event('a'), 'polled', seam.beginPass()), false);
  assert.equal(seam.isNew(event('a'), 'live', live), true);
});

test('stream, time and ingestion time tell events apart', () => {
  const seam = new Seam();
  const pass = seam.beginPass();
  const events = [event('a'), event('a', 1_000_001), event('a', 1_000_000, 't'), { ...event('a'), ingestionTime: 5 }];
  assert.deepEqual(
    events.map((one) => seam.isNew(one, 'polled', pass)),
    [true, true, true, true],
  );
  const again = seam.beginPass();
  assert.deepEqual(
    events.map((one) => seam.isNew(one, 'polled', again)),
    [false, false, false, false],
  );
});

test('a hundred thousand different lines are all different', () => {
  const seam = new Seam();
  const pass = seam.beginPass();
  for (let n = 0; n < 100_000; n++) assert.ok(seam.isNew(event(`line ${n}`), 'polled', pass), `line ${n}`);
  assert.equal(seam.size, 100_000);
});

test('memory is bounded: the oldest are forgotten, and the floor says so', () => {
  const seam = new Seam(1000);
  const pass = seam.beginPass();
  for (let n = 0; n < 5000; n++) seam.isNew(event('x', n * 1000), 'polled', pass);
  assert.ok(seam.size <= 1000, `${seam.size}`);
  assert.ok(seam.floor > 3_900_000 && seam.floor < 5_000_000, `${seam.floor}`);
  assert.equal(seam.isNew(event('x', 4_999_000), 'polled', seam.beginPass()), false);
});
