import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFilterPattern } from '../../../src/logs/read/filterPattern.ts';

const good = [
  '',
  'ERROR',
  'ERROR timeout',
  '?ERROR ?WARN',
  'ERROR -Exit',
  '"INTERNAL SERVER ERROR"',
  '"say \\"hi\\""',
  '%AUTHORIZED%',
  '%5\\d\\d%',
  '{ $.level = "error" }',
  '{$.a.b[0].c>=10}',
  '{ $.eventType = "UpdateTrail" && ($.status != 4* || $.user NOT EXISTS) }',
  '{ $.x IS NULL }',
  '{ $.arr[0] IS TRUE }',
  '{ $.[\'cluster.name\'] = "c" }',
  '{ $.ip = %10\\.\\d+% }',
  '{ $.bandwidth = 1.5e3 }',
  '[ip, user, ..., status_code=4*, bytes]',
  '[ip, request = "*html*", ...]',
];

for (const pattern of good) {
  test(`${pattern || 'nothing'} is a pattern`, () => assert.equal(checkFilterPattern(pattern), undefined));
}

const bad: [pattern: string, kind: string, offset: number][] = [
  ['"ERROR', 'openQuote', 0],
  ['user@example', 'quoteNeeded', 4],
  ['a /path', 'quoteNeeded', 2],
  ['%abc', 'openExpression', 0],
  ['%a~b%', 'badExpression', 1],
  ['{ level = 1 }', 'badSelector', 2],
  ['{ $.level ~ 1 }', 'badOperator', 10],
  ['{ $.level = }', 'valueMissing', 12],
  ['{ ($.a = 1 }', 'openBracket', 11],
  ['{ $.a = 1', 'openBracket', 9],
  ['{ $.a = 1 } x', 'trailing', 11],
  ['[a, b', 'openBracket', 0],
  ['[a, b] c', 'trailing', 6],
  ['x'.repeat(1025), 'tooLong', 1024],
];

for (const [pattern, kind, offset] of bad) {
  test(`${pattern.slice(0, 30)} is none: ${kind}`, () => {
    const problem = checkFilterPattern(pattern);
    assert.deepEqual({ kind: problem?.kind, offset: problem?.offset }, { kind, offset });
  });
}
