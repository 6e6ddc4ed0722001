import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument, type SourceDocument } from '../../../src/taskdef/document/document.ts';
import { applyEdits } from '../../../src/taskdef/document/edits.ts';
import type { Range } from '../../../src/taskdef/document/range.ts';
import { renameProblem, symbolAt } from '../../../src/taskdef/document/symbols.ts';

const task = {
  family: 'shop',
  networkMode: 'bridge',
  volumes: [{ name: 'data' }, { name: 'web' }],
  containerDefinitions: [
    {
      name: 'web',
      image: 'nginx:1.27',
      memory: 128,
      links: ['db:database', 'db'],
      dependsOn: [{ containerName: 'db', condition: 'START' }],
      mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
    },
    { name: 'db', image: 'postgres:17', memory: 128, volumesFrom: [{ sourceContainer: 'web' }] },
  ],
};
const document = parseDocument(JSON.stringify(task, undefined, 2), { path: 'task-definition.json' });

test('a container is found from its name and from each use', () => {
  const definition = document.text.indexOf('"name": "db"') + '"name": "'.length;
  for (const place of ['db:database', '"db"\n      ],', 'db",\n          "condition', 'db",\n      "image']) {
    const offset = document.text.indexOf(place) + (place.startsWith('"') ? 1 : 0);
    const symbol = symbolAt(document, offset);
    assert.ok(symbol, place);
    assert.equal(symbol.kind, 'container');
    assert.deepEqual(symbol.definitions, [{ offset: definition, length: 2 }]);
    assert.equal(symbol.references.length, 3);
  }
});

test('a volume and a container of one name are two things', () => {
  const volume = symbolAt(document, document.text.indexOf('"web"') + 1);
  assert.equal(volume?.kind, 'volume');
  assert.deepEqual(volume.references, []);
  const container = symbolAt(document, document.text.lastIndexOf('"web"') + 1);
  assert.equal(container?.kind, 'container');
  assert.equal(container.references.length, 1);
});

test('a renamed file says the same, and no reference is left behind', () => {
  const before = check(document).length;
  for (const name of ['web', 'db', 'data']) {
    const symbol = symbolAt(document, document.text.lastIndexOf(`"${name}"`) + 1) ?? assert.fail(name);
    const renamed = rename(document, [...symbol.definitions, ...symbol.references], 'renamed');
    assert.equal(check(renamed).length, before, name);
    assert.equal(symbolAt(renamed, renamed.text.indexOf('renamed'))?.name, 'renamed');
  }
});

test('a name that ECS refuses, or that is taken, is refused with the reason', () => {
  const symbol = symbolAt(document, document.text.indexOf('"name": "db"') + 10) ?? assert.fail('no symbol');
  assert.match(renameProblem(document, symbol, 'my db') ?? '', /letters, digits/);
  assert.match(renameProblem(document, symbol, 'web') ?? '', /already/);
  assert.equal(renameProblem(document, symbol, 'db'), undefined);
  assert.equal(renameProblem(document, symbol, 'data'), undefined);
});

test('values that name nothing, and half-typed files, have no symbol', () => {
  assert.equal(symbolAt(document, document.text.indexOf('nginx')), undefined);
  for (let end = 0; end < document.text.length; end += 7) {
    const cut = parseDocument(document.text.slice(0, end), { kind: 'taskDefinition' });
    assert.doesNotThrow(() => symbolAt(cut, Math.max(0, end - 3)));
  }
});

function rename({ text }: SourceDocument, ranges: readonly Range[], name: string): SourceDocument {
  const edits = ranges.map((range) => ({ ...range, text: name }));
  return parseDocument(applyEdits(text, edits), { path: 'task-definition.json' });
}
