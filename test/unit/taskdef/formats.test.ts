import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { nodeAt } from '../../../src/taskdef/document/nodeAt.ts';
import { lenienciesIn, parseJson } from '../../../src/taskdef/formats/json.ts';
import { memberOf, valueOf } from '../../../src/taskdef/formats/node.ts';

test('a tree of nodes stands for the value that JSON gives', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, undefined, 1);
      const { root, problems } = parseJson(text);
      assert.equal(problems.length, 0);
      assert.deepEqual(JSON.parse(JSON.stringify(valueOf(root!))), JSON.parse(text));
    }),
  );
});

test('of members with one name the last counts, as JSON says', () => {
  const document = parseDocument('{ "family": "old", "family": "new" }', { path: 'task-definition.json' });
  assert.equal(nodeAt(document, ['family'])?.value, 'new');
  assert.equal(memberOf(document.root!, 'family')?.value, 'new');
  assert.deepEqual({ ...(valueOf(document.root!) as object) }, { family: 'new' });
});

test('a member that is half typed has no value yet', () => {
  const { root, problems } = parseJson('{ "family": "web", "cpu"');
  assert.equal(memberOf(root!, 'cpu'), undefined);
  assert.deepEqual({ ...(valueOf(root!) as object) }, { family: 'web' });
  assert.ok(problems.length > 0);
});

test('what strict JSON lacks is found where it stands', () => {
  const text = '{ // one\n "a": [1, /* two */ 2,],\n "b": "no , // comment" }';
  const found = lenienciesIn(text).map(({ kind, offset, length }) => [kind, text.slice(offset, offset + length)]);
  assert.deepEqual(found, [
    ['comment', '// one'],
    ['comment', '/* two */'],
    ['trailingComma', ','],
  ]);
  assert.deepEqual(lenienciesIn('{ "a": 1 }'), []);
});
