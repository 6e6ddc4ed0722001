import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../../../..');
const sources = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));

test('what is known about a rule stands in the rule: no other file of src names an id', () => {
  const named = sources
    .filter((file) => !file.startsWith('src/taskdef/rules/'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\bTD[0-9A-Z]{3}\b/g)].map(([id]) => `${file}: ${id}`),
    );
  assert.deepEqual(named, []);
});
