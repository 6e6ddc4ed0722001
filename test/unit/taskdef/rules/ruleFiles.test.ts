import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRuleFiles } from '../../../../scripts/docs/ruleFiles.ts';
import { check } from '../../../../src/taskdef/check.ts';
import { parseDocument } from '../../../../src/taskdef/document/document.ts';
import { readImportGraph, root } from '../../house/importGraph.ts';

const files = await readRuleFiles();
const graph = readImportGraph();

test('what is known about a rule stands in the rule: no other file of src names an id', () => {
  const named = [...graph.keys()]
    .filter((file) => !file.startsWith('src/taskdef/rules/'))
    .flatMap((file) =>
      // A pattern over ids, such as TD00[146], names them too.
      [...readFileSync(join(root, file), 'utf8').matchAll(/\b[TS]D[\d[(.\\]\S*/g)].map(([id]) => `${file}: ${id}`),
    );
  assert.deepEqual(named, []);
});

test('an id is TD or SD and three characters, and of one rule', () => {
  const ids = files.map(({ rule }) => rule.id);
  for (const id of ids) assert.match(id, /^[TS]D[0-9A-Z]{3}$/);
  assert.equal(new Set(ids).size, ids.length);
});

test('cases and the files that they start from are no part of the product', () => {
  const isEquipment = (file: string): boolean => /\.cases\.ts$|\/rule\/examples\/\w+\.ts$/.test(file);
  const equipment = [...graph.keys()].filter(isEquipment);
  assert.ok(equipment.length > files.length);
  const using = [...graph].filter(([file, imports]) => !isEquipment(file) && imports.some(isEquipment));
  assert.deepEqual(
    using.map(([file]) => file),
    [],
  );
});

test('a rule that weighs less than an error says so when it reports errors, and one that says so does', () => {
  const reporting = new Set<string>();
  for (const { cases } of files) {
    for (const { breaks, context, kind } of cases) {
      const text = typeof breaks === 'string' ? breaks : JSON.stringify(breaks);
      for (const { rule, severity } of check(parseDocument(text, { path: 'task-definition.json', kind }), context))
        if (severity === 'error') reporting.add(rule);
    }
  }
  const milder = files.map(({ rule }) => rule).filter(({ severity }) => severity !== 'error');
  assert.deepEqual(
    milder.filter(({ id }) => reporting.has(id)).map(({ id }) => id),
    milder.filter(({ mayBeError }) => mayBeError).map(({ id }) => id),
  );
});
