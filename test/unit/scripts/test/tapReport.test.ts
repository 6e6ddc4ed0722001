import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readTap } from '../../../../scripts/test/tapReport.ts';

const suites = `
  import { before, describe, it } from 'node:test';
  describe('outer', () => {
    describe('inner # 1', () => {
      it('good', () => {});
      it('bad \\\\ # one', () => { throw new Error('why'); });
      it('left out', (t) => t.skip('no such tool # here'));
    });
    describe('unprepared', () => {
      before(() => { throw new Error('why'); });
      it('one', () => {});
      it('two', () => {});
    });
  });
  it('late', { timeout: 1 }, () => new Promise((resolve) => setTimeout(resolve, 200)));
`;

describe('the report of Node’s test runner', () => {
  it('names what failed by itself and what was skipped', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'ecs-tap-'));
    t.after(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'some.test.mjs'), suites);
    await writeFile(join(folder, 'torn.test.mjs'), "throw new Error('why');");
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap'], { cwd: folder, env });
    assert.deepEqual(readTap(String(stdout)), {
      passed: 1,
      failed: 5,
      failures: ['outer > inner # 1 > bad \\ # one', 'outer > unprepared', 'late', 'torn.test.mjs'],
      skipped: ['outer > inner # 1 > left out: no such tool # here'],
    });
  });

  it('is none when it breaks off', () => {
    assert.equal(readTap('TAP version 13\n# Interrupted while running: a.test.ts'), undefined);
  });
});
