import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { runEditorTests } from '../../host/runEditorTests.ts';

const lines = Number(process.env['LOGS_LINES'] ?? 10_000_000);

test('ten million lines through one channel of a real VS Code', async (t) => {
  const start = Date.now() - lines - 200_000;
  const server = fork(join(import.meta.dirname, 'floodServer.ts'), [`${start}`, `${lines}`]);
  t.after(() => server.kill());
  let requests = 0;
  const url = await new Promise<string>((resolve) => {
    server.on('message', (told: { url?: string }) => {
      if (told.url) resolve(told.url);
      else requests++;
    });
  });
  Object.assign(process.env, { LOGS_LINES: `${lines}`, LOGS_START: `${start}`, LOGS_ENDPOINT: url });
  const run = await runEditorTests({
    version: 'newest',
    suites: 'test/soak/logs/*.suite.ts',
    silenceLimitMs: 3_600_000,
  });
  for (const line of run.output.split('\n')) if (line.includes('LOGS ')) t.diagnostic(line);
  t.diagnostic(`${requests} requests`);
  assert.deepEqual(run.failures, []);
  assert.equal(run.passed, 1);
});
