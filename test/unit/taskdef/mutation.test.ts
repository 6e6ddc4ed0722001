import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import type { PathSegment } from '../../../src/taskdef/document/cursor.ts';
import { nodeAt } from '../../../src/taskdef/document/nodeAt.ts';
import { mutations } from './mutations.ts';
import { seeds, type SeedTask } from './mutationSeeds.ts';

test('the files that are broken below have no error to begin with', () => {
  for (const [name, seed] of Object.entries(seeds)) {
    const errors = check(parseDocument(JSON.stringify(seed()), { kind: 'taskDefinition' })).filter(
      ({ severity }) => severity === 'error',
    );
    assert.deepEqual(
      errors.map(({ rule, message }) => `${rule} ${message}`),
      [],
      name,
    );
  }
});

test('every mutation applies somewhere, and there are enough of them', () => {
  assert.ok(mutations.length >= 60, `${mutations.length} mutations`);
  for (const { rule, about, mutate } of mutations)
    assert.ok(
      Object.values(seeds).some((seed) => mutate(seed())),
      `${rule} ${about}`,
    );
});

for (const [name, seed] of Object.entries(seeds)) {
  for (const { rule, about, mutate } of mutations) {
    const broken: SeedTask = seed();
    const path = mutate(broken);
    if (path) test(`${name}: ${about} is found as ${rule}`, () => assertFound(broken, path, rule));
  }
}

function assertFound(broken: SeedTask, path: readonly PathSegment[], rule: string): void {
  const document = parseDocument(JSON.stringify(broken, undefined, 2), { kind: 'taskDefinition' });
  const node = nodeAt(document, path);
  assert.ok(node, `there is no ${path.join('.')}`);
  const start = node.parent?.type === 'property' ? node.parent.offset : node.offset;
  const found = check(document).filter((finding) => finding.rule === rule);
  const right = found.some(
    ({ range }) => range.offset >= start && range.offset + range.length <= node.offset + node.length,
  );
  assert.ok(
    right,
    `${rule} is at ${JSON.stringify(found.map(({ range }) => document.text.slice(range.offset, range.offset + range.length)))}, not at ${path.join('.')}`,
  );
}
