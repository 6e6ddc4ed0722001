import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NodeTestResult } from '../../../../scripts/test/nodeTests.ts';
import { closingLines, runPhases } from '../../../../scripts/test/testPhase.ts';
import { runTwice } from '../../../../scripts/test/windowTests.ts';

const passing = (passed: number): NodeTestResult => ({ passed, failed: 0, failures: [] });
const failing = (passed: number, ...failures: string[]): NodeTestResult => ({
  passed,
  failed: Math.max(1, failures.length),
  failures,
  details: `details of ${failures.join(' and ')}`,
});

/** Runs a file whose runs end so, one after the other. */
async function ended(...runs: NodeTestResult[]): Promise<Awaited<ReturnType<typeof runTwice>>> {
  const left = [...runs];
  const result = await runTwice('test/ui/a.test.ts', async () => left.shift() ?? assert.fail('one run too many'));
  assert.equal(left.length, 0, 'every run was wanted');
  return result;
}

describe('a file of window tests', () => {
  it('that passes is run once', async () => {
    const { passed, failed, flaky = [] } = await ended(passing(3));
    assert.deepEqual([passed, failed, flaky], [3, 0, []]);
  });

  it('that fails at first counts as its second run, and what then passed is named', async () => {
    const { passed, failed, flaky, details } = await ended(failing(1, 'a > one', 'a > two'), passing(3));
    assert.deepEqual([passed, failed, flaky], [3, 0, ['a > one', 'a > two']]);
    assert.match(details ?? '', /failed at first in test\/ui\/a\.test\.ts:\ndetails of a > one and a > two/);
  });

  it('that fails twice fails, and only what failed once is flaky', async () => {
    const { passed, failed, flaky, details } = await ended(failing(1, 'one', 'two'), failing(2, 'two'));
    assert.deepEqual([passed, failed, flaky], [2, 1, ['one']]);
    assert.match(details ?? '', /details of two$/);
  });

  it('that ends without naming a test is named itself, unless it does so again', async () => {
    assert.deepEqual((await ended(failing(0), passing(3))).flaky, ['test/ui/a.test.ts']);
    assert.deepEqual((await ended(failing(0), failing(0))).flaky, []);
    assert.deepEqual((await ended(failing(2, 'one'), failing(0))).flaky, []);
  });
});

it('what was flaky or skipped is listed by name at the end, before the numbers', async (t) => {
  t.mock.method(console, 'log', () => undefined);
  const sum = await runPhases([
    [
      { name: 'ui', run: () => ended(failing(1, 'a > one', 'a > two'), passing(3)) },
      { name: 'unit', run: async () => ({ passed: 2, failed: 0, skipped: ['cli: there is no AWS CLI'] }) },
    ],
  ]);
  assert.deepEqual(closingLines(sum), [
    '1 skipped:',
    '  unit: cli: there is no AWS CLI',
    '2 flaky, which failed at first and then passed:',
    '  ui: a > one',
    '  ui: a > two',
    '5 passed, 0 failed',
  ]);
  assert.deepEqual(closingLines({ passed: 1, failed: 0, flaky: [], skipped: [] }), ['1 passed, 0 failed']);
});
