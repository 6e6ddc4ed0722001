import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runStorm } from './logStorm.ts';

test('200 streams, 2,000 lines a second, two minutes, everything going wrong: each line once', async (t) => {
  const result = await runStorm({ seconds: 120, tasks: 100, rate: 2000, calmRate: 200 });
  const p95 = result.lags[Math.floor(result.lags.length * 0.95)] ?? 0;
  t.diagnostic(`${result.written} lines, ${result.requests} requests, p95 ${p95} ms from write to screen`);
  t.diagnostic(
    `markers: ${result.following.markers
      .map((marker) => marker.kind)
      .join(' ')
      .slice(0, 400)}`,
  );
  assert.deepEqual(
    { lost: result.lost, duplicated: result.duplicated, misplaced: result.misplaced },
    { lost: 0, duplicated: 0, misplaced: 0 },
  );
});
