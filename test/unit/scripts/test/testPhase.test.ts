import assert from 'node:assert/strict';
import { it } from 'node:test';
import { runPhases } from '../../../../scripts/test/testPhase.ts';

it('phases are added up; one that cannot run counts as one failure', async (t) => {
  const log = t.mock.method(console, 'log', () => undefined);
  const sum = await runPhases([
    [{ name: 'one', run: async () => ({ passed: 2, failed: 0 }) }],
    [
      { name: 'two', run: async () => ({ passed: 1, failed: 1, details: 'why' }) },
      { name: 'three', run: () => Promise.reject(new Error('no such tool')) },
    ],
  ]);
  assert.deepEqual(sum, { passed: 3, failed: 2, flaky: [], skipped: [] });
  const lines = log.mock.calls.map(({ arguments: [line] }) => String(line));
  assert.match(lines[0] ?? '', /^ok {3}one: 2 passed, 0 failed, \d+\.\d s$/);
  assert.ok(lines.some((line) => line.includes('no such tool')));
});

it('what needs a preparation that failed is not run and counts as failed', async (t) => {
  t.mock.method(console, 'log', () => undefined);
  const sum = await runPhases([
    [{ name: 'build', run: () => Promise.reject(new Error('no')) }],
    [{ name: 'window', run: async () => assert.fail('must not run') }],
  ]);
  assert.deepEqual(sum, { passed: 0, failed: 2, flaky: [], skipped: [] });
});
