import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainNpmFailure } from '../../host/runNpm.ts';

describe('a failure of npm', () => {
  it('to reach its registry says what to look at', () => {
    const text = explainNpmFailure('Node 22', 'npm error code ENOTFOUND\nnpm error     at somewhere (x.js:1:1)\n');
    assert.match(text, /^Node 22 could not be fetched: npm does not reach its registry\. Check the network/);
    assert.match(text, /ENOTFOUND$/);
  });

  it('for want of room says how much it needs', () => {
    assert.match(explainNpmFailure('VS Code', 'npm error code ENOSPC'), /the disk is full/);
  });

  it('of another kind is told in its own words', () => {
    const text = explainNpmFailure(
      'VS Code',
      'npm error code E404\nnpm error A complete log of this run can be found in: /x',
    );
    assert.equal(text, 'VS Code could not be installed with npm.\nnpm error code E404');
  });
});
