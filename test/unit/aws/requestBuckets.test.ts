import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RequestBuckets } from '../../../src/aws/requestBuckets.ts';

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

async function passTimes(operation: string, count: number): Promise<number[]> {
  const timer = held();
  const buckets = new RequestBuckets(timer);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    await buckets.take('ecs', operation, undefined);
    times.push(timer.now());
  }
  return times;
}

test('a burst passes at once, but for the thirty tokens that are left to others', async () => {
  const times = await passTimes('DescribeServices', 71);
  assert.equal(times[69], 0);
  assert.ok((times[70] ?? 0) > 0);
});

test('after the burst, half of the refill is used: ten service reads a second', async () => {
  const times = await passTimes('DescribeServices', 170);
  assert.ok(Math.abs((times[169] ?? 0) - 10_000) < 1, `${times[169]}`);
});

test('lists and describes of services share one bucket; clusters have their own', async () => {
  const timer = held();
  const buckets = new RequestBuckets(timer);
  for (let i = 0; i < 70; i++) await buckets.take('ecs', 'ListServices');
  await buckets.take('ecs', 'ListClusters');
  assert.equal(timer.now(), 0);
  await buckets.take('ecs', 'DescribeServices');
  assert.ok(timer.now() > 0);
});
