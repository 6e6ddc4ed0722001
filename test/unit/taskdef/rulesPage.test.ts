import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rulesPage } from '../../../scripts/rulesPage.ts';
import { serviceRules, taskRules } from '../../../src/taskdef/ruleTable.ts';

test('docs/rules.md says what the code checks; `node scripts/rulesPage.ts` writes it anew', () => {
  assert.equal(readFileSync(join(import.meta.dirname, '../../../docs/rules.md'), 'utf8'), rulesPage());
});

test('the page has every rule once, with a page of the documentation', () => {
  const page = rulesPage();
  for (const { id } of [...taskRules, ...serviceRules]) assert.equal(page.split(`<a id="${id}">`).length, 2, id);
  for (const line of page.split('\n').filter((one) => one.startsWith('| <a')))
    assert.match(line, /\]\(https:\/\/docs\.aws\.amazon\.com\//);
});
