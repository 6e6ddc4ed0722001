import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runEditorTests } from '../../host/runEditorTests.ts';

test('ten million lines through one channel of a real VS Code', { timeout: 1_200_000 }, async (t) => {
  const run = await runEditorTests({
    version: 'newest',
    suites: 'test/soak/logs/*.suite.ts',
    silenceLimitMs: 900_000,
  });
  for (const line of run.output.split('\n')) if (line.includes('LOGS ')) t.diagnostic(line);
  assert.deepEqual(run.failures, []);
  assert.equal(run.passed, 1);
});
