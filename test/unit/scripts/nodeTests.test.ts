import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judge, readTapSummary } from '../../../scripts/nodeTests.ts';

const fine = { code: 0, overLimitMs: undefined, output: '' };

describe('a run of Node’s test runner', () => {
  it('is read from the end of its report', () => {
    const tap = '1..3\n# tests 9\n# suites 0\n# pass 7\n# fail 1\n# cancelled 1\n# skipped 0\n';
    assert.deepEqual(readTapSummary(tap), { passed: 7, failed: 2 });
    assert.equal(readTapSummary('TAP version 13\n# Interrupted while running: a.test.ts'), undefined);
  });

  it('passes only when there were tests and all passed', () => {
    assert.equal(judge({ passed: 3, failed: 0 }, fine).failed, 0);
    assert.equal(judge({ passed: 0, failed: 0 }, fine).failed, 1);
    assert.equal(judge({ passed: 3, failed: 0 }, { ...fine, code: 1 }).failed, 1);
    assert.equal(judge(undefined, fine).failed, 1);
  });

  it('shows what failed, not what passed before', () => {
    const output = '✔ good\n✖ bad\n\n✖ failing tests:\n\n✖ bad\n  Error: why\n';
    assert.match(judge({ passed: 1, failed: 1 }, { ...fine, code: 1, output }).details ?? '', /^✖ failing tests:/);
  });

  it('that took too long fails and says what was running', () => {
    const output = '✔ good\n\nInterrupted while running:\n\n⚠ slow.test.ts\n';
    const { failed, details } = judge(undefined, { code: 143, overLimitMs: 60_000, output });
    assert.equal(failed, 1);
    assert.match(details ?? '', /more than 60 s\.\nInterrupted while running:\n\n⚠ slow\.test\.ts/);
  });
});
