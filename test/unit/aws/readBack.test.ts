import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AwsError, type AwsErrorKind } from '../../../src/aws/errors.ts';
import { changeOrReadBack } from '../../../src/aws/change/once.ts';

const timer = { now: () => 0, sleep: () => Promise.resolve() };

/** Runs a change whose sends end as listed; the account holds the result from send number `effect` on. */
async function run(sends: (AwsErrorKind | 'ok')[], effect: number, failingSamples = 0) {
  let sent = 0;
  let looks = 0;
  const result = changeOrReadBack(
    { timer },
    {
      operation: 'ecs:UpdateService',
      send: async () => {
        const outcome = sends[sent++] ?? 'ok';
        if (outcome !== 'ok') throw new AwsError(outcome, outcome);
        return 'answer';
      },
      findResult: async () => {
        if (looks++ < failingSamples) throw new AwsError('network', 'down');
        return sent >= effect ? 'found' : undefined;
      },
    },
  );
  return { result: await result.catch((error: AwsError) => error.kind), sent };
}

test('an answer ends it', async () => {
  assert.deepEqual(await run(['ok'], 1), { result: 'answer', sent: 1 });
});

test('a reset after the change was made is found by reading back, and nothing is sent twice', async () => {
  assert.deepEqual(await run(['network'], 1), { result: 'found', sent: 1 });
  assert.deepEqual(await run(['malformed'], 1), { result: 'found', sent: 1 });
  assert.deepEqual(await run(['server'], 1), { result: 'found', sent: 1 });
});

test('it is sent again only when reading back shows that nothing happened', async () => {
  assert.deepEqual(await run(['network', 'ok'], 9), { result: 'answer', sent: 2 });
  assert.deepEqual(await run(['network', 'network', 'network'], 9), { result: 'network', sent: 3 });
});

test('a refusal is final', async () => {
  for (const kind of ['invalid', 'denied', 'expired', 'throttled', 'notFound'] as const) {
    assert.deepEqual(await run([kind], 9), { result: kind, sent: 1 });
  }
});

test('when reading back fails, too, nobody claims to know', async () => {
  assert.deepEqual(await run(['network'], 1, 9), { result: 'uncertain', sent: 1 });
});

test('one look that fails says nothing: the next one decides', async () => {
  assert.deepEqual(await run(['network'], 1, 1), { result: 'found', sent: 1 });
  assert.deepEqual(await run(['network', 'ok'], 9, 1), { result: 'answer', sent: 2 });
});
