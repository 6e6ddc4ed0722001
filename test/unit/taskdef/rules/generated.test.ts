import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { generated } from '../../../../scripts/docs/generate.ts';
import { unwrittenTitle } from '../../../../scripts/docs/newRule.ts';
import { ruleExample } from '../../../../scripts/docs/ruleExample.ts';
import { readRuleFiles, root } from '../../../../scripts/docs/ruleFiles.ts';
import { rulesPage } from '../../../../scripts/docs/rulesPage.ts';

const files = await readRuleFiles();

for (const [path, text] of Object.entries(await generated())) {
  test(`${path} says what the rules say; \`npm run generate\` writes it anew`, () => {
    assert.equal(readFileSync(join(root, path), 'utf8'), text);
  });
}

test('what is generated does not depend on the order in which files are found', () => {
  assert.equal(rulesPage(files.toReversed()), rulesPage(files));
});

test('the page has every rule once, with the page of the documentation that it rests on', () => {
  const page = rulesPage(files);
  for (const { rule } of files) {
    const [, section = '', ...more] = page.split(`<a id="${rule.id}">`);
    assert.equal(more.length, 0, rule.id);
    assert.match(section.split('\n###')[0]!, /\]\(https:\/\/docs\.aws\.amazon\.com\//, rule.id);
    assert.ok(page.includes(`](#${rule.id})`), `${rule.id} has no row in the table`);
  }
});

test('every rule has an example: what is said of a file that breaks it, and how the other differs from it', () => {
  for (const file of files) {
    const example = ruleExample(file);
    assert.ok(example?.message, file.name);
    assert.notEqual(example.breaks, example.holds, file.name);
    assert.ok(Math.max(...[example.breaks, example.holds].map((text) => text.split('\n').length)) < 25, file.name);
  }
});

test('every rule has a title of its own', () => {
  const titles = files.map(({ rule }) => rule.title);
  assert.ok(!titles.includes(unwrittenTitle));
  assert.equal(new Set(titles).size, titles.length);
});
