import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import type { FileKind } from '../../../src/taskdef/document/recognise.ts';
import type { PathSegment } from '../../../src/taskdef/document/cursor.ts';
import { nodeAt } from '../../../src/taskdef/document/nodeAt.ts';
import { mutations } from './mutations.ts';
import { seeds } from './mutationSeeds.ts';
import { serviceMutations } from './serviceMutations.ts';
import { serviceSeeds } from './serviceMutationSeeds.ts';

interface Mutation<Seed> {
  rule: string;
  about: string;
  mutate: (seed: Seed) => PathSegment[] | undefined;
}

/** Valid files, ways to break them, and what they are taken for. */
function suite<Seed extends object>(
  about: string,
  kind: FileKind,
  valid: Readonly<Record<string, () => Seed>>,
  ways: readonly Mutation<Seed>[],
): void {
  test(`the ${about} that are broken below have no error to begin with`, () => {
    for (const [name, seed] of Object.entries(valid)) {
      const errors = check(parseDocument(JSON.stringify(seed()), { kind })).filter(
        ({ severity }) => severity === 'error',
      );
      assert.deepEqual(
        errors.map(({ rule, message }) => `${rule} ${message}`),
        [],
        name,
      );
    }
  });

  test(`every mutation of ${about} applies somewhere, and there are enough of them`, () => {
    assert.ok(ways.length >= 60, `${ways.length} mutations`);
    for (const { rule, about: how, mutate } of ways)
      assert.ok(
        Object.values(valid).some((seed) => mutate(seed())),
        `${rule} ${how}`,
      );
  });

  for (const [name, seed] of Object.entries(valid)) {
    for (const { rule, about: how, mutate } of ways) {
      const broken = seed();
      const path = mutate(broken);
      if (path) test(`${name}: ${how} is found as ${rule}`, () => assertFound(broken, path, rule, kind));
    }
  }
}

suite('task definitions', 'taskDefinition', seeds, mutations);
suite('service definitions', 'service', serviceSeeds, serviceMutations);

function assertFound(broken: object, path: readonly PathSegment[], rule: string, kind: FileKind): void {
  const document = parseDocument(JSON.stringify(broken, undefined, 2), { kind });
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
