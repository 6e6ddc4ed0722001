import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as soon } from 'node:timers/promises';
import { RequestBuckets, SharedTokens } from '../../../src/aws/connection/requestBuckets.ts';
import type { BucketName } from '../../../src/aws/sdk/requestLimits.ts';

/** A clock that jumps to the end of each sleep, and remembers when requests passed. */
function held() {
  let now = 0;
  return {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
}

async function passTimes(bucket: BucketName, count: number): Promise<number[]> {
  const timer = held();
  const buckets = new RequestBuckets(timer);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    await buckets.take(bucket);
    times.push(timer.now());
  }
  return times;
}

test('a burst passes at once, but for the thirty tokens that are left to others', async () => {
  const times = await passTimes('serviceRead', 71);
  assert.equal(times[69], 0);
  assert.ok((times[70] ?? 0) > 0);
});

test('after the burst, half of the refill is used: ten service reads a second', async () => {
  const times = await passTimes('serviceRead', 170);
  assert.ok(Math.abs((times[169] ?? 0) - 10_000) < 1, `${times[169]}`);
});

test('a bucket that is empty holds up no other, nor what draws from none', async () => {
  const timer = held();
  const buckets = new RequestBuckets(timer);
  for (let i = 0; i < 70; i++) await buckets.take('serviceRead');
  await buckets.take('clusterRead');
  for (let i = 0; i < 200; i++) await buckets.take('unmetered');
  assert.equal(timer.now(), 0);
  await buckets.take('serviceRead');
  assert.ok(timer.now() > 0);
});

/** A clock that stands still; whoever sleeps wakes only by leaving. */
function standing() {
  const waits: number[] = [];
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> => {
    waits.push(ms);
    return new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
    });
  };
  return { now: () => 0, sleep, waits };
}

test('who leaves before the turn gives the turn back', async () => {
  const timer = standing();
  const buckets = new RequestBuckets(timer);
  for (let i = 0; i < 70; i++) await buckets.take('serviceRead');
  const leaving = new AbortController();
  const left = Array.from({ length: 50 }, () => buckets.take('serviceRead', leaving.signal));
  leaving.abort();
  for (const { status } of await Promise.allSettled(left)) assert.equal(status, 'rejected');
  void buckets.take('serviceRead');
  await soon();
  assert.equal(timer.waits.at(-1), 100);
  assert.equal(buckets.lastMinute.get('serviceRead'), 70);
});

test('connections that reach the same account share what they may use of it', async () => {
  const timer = standing();
  const [first, second, other] = [0, 0, 0].map(() => new RequestBuckets(timer));
  assert.ok(first && second && other);
  for (let i = 0; i < 40; i++) await first.take('serviceRead');
  for (let i = 0; i < 20; i++) await second.take('serviceRead');
  const shared = new SharedTokens();
  first.join(shared.of('444455556666 eu-west-1'));
  second.join(shared.of('444455556666 eu-west-1'));
  other.join(shared.of('111122223333 eu-west-1'));
  for (let i = 0; i < 10; i++) await second.take('serviceRead');
  assert.equal(timer.waits.length, 0);
  void first.take('serviceRead');
  await soon();
  assert.deepEqual(timer.waits, [100]);
  assert.equal(first.lastMinute.get('serviceRead'), 40);
  for (let i = 0; i < 70; i++) await other.take('serviceRead');
  assert.equal(timer.waits.length, 1);
});
