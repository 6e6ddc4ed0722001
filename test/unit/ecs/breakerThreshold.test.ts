import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakerThreshold } from '../../../src/ecs/deployment/breakerThreshold.ts';

test('half of the desired count, between 3 and 200, unless the service says otherwise', () => {
  const breaker = { enable: true, rollback: true };
  assert.deepEqual(
    [1, 25, 400, 1000].map((desired) => breakerThreshold(desired, breaker)),
    [3, 13, 200, 200],
  );
  const by = (type: 'COUNT' | 'UNBOUNDED_PERCENT', value: number) => ({
    ...breaker,
    thresholdConfiguration: { type, value },
  });
  assert.equal(breakerThreshold(10, by('COUNT', 5)), 5);
  assert.equal(breakerThreshold(1000, by('UNBOUNDED_PERCENT', 30)), 300);
});
