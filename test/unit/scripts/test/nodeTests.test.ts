import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge } from '../../../../scripts/test/nodeTests.ts';

const fine = { code: 0, overLimitMs: undefined, output: '' };
const report = (passed: number, failed: number) => ({ passed, failed, failures: [], skipped: [] });

describe('a run of Node’s test runner', () => {
  it('passes only when there were tests and all passed', () => {
    assert.equal(judge(report(3, 0), fine).failed, 0);
    assert.equal(judge(report(0, 0), fine).failed, 1);
    assert.equal(judge(report(3, 0), { ...fine, code: 1 }).failed, 1);
    assert.equal(judge(undefined, fine).failed, 1);
  });

  it('shows what failed, not what passed before', () => {
    const output = '✔ good\n✖ bad\n\n✖ failing tests:\n\n✖ bad\n  Error: why\n';
    assert.match(judge(report(1, 1), { ...fine, code: 1, output }).details ?? '', /^✖ failing tests:/);
  });

  it('that took too long fails and says what was running', () => {
    const output = '✔ good\n\nInterrupted while running:\n\n⚠ slow.test.ts\n';
    const { failed, details } = judge(undefined, { code: 143, overLimitMs: 60_000, output });
    assert.equal(failed, 1);
    assert.match(details ?? '', /more than 60 s\.\nInterrupted while running:\n\n⚠ slow\.test\.ts/);
  });
});
