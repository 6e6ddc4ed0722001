import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { documentLinks } from '../../../src/taskdef/reading/documentLinks.ts';
import { fixAll } from '../../../src/taskdef/fixAll.ts';
import { inlayHints } from '../../../src/taskdef/reading/inlayHints.ts';
import { isTemplate } from '../../../src/taskdef/document/isTemplate.ts';
import { outline } from '../../../src/taskdef/reading/outline.ts';
import { refactorings } from '../../../src/taskdef/refactor/refactorings.ts';
import { readSiblings } from '../../../src/taskdef/siblings/readSiblings.ts';
import { symbolAt } from '../../../src/taskdef/document/symbols.ts';
import { brokenText, randomFrom } from './fuzz.ts';

const rounds = Number(process.env['TASKDEF_FUZZ_ROUNDS'] ?? 1500);
const longestAllowed = 200;

/** What the editor asks of a text while it is written; all but the last two at each change. */
function parts(text: string, offset: number): Record<string, () => unknown> {
  const document = parseDocument(text, { path: 'task-definition.json' });
  const files = ['deploy/service-def.json', 'deploy/appspec.yml', 'deploy/ecspresso.yml', '.github/workflows/a.yml'];
  return {
    symbolAt: () => symbolAt(document, offset),
    documentLinks: () => documentLinks(document),
    inlayHints: () => inlayHints(document),
    outline: () => outline(document),
    isTemplate: () => isTemplate(document),
    refactorings: () => refactorings(document, { offset, length: 0 }),
    fixAll: () => fixAll(document),
    readSiblings: () =>
      readSiblings(
        files.map((path) => ({ path, text: text.slice(0, 20_000) })),
        { path: 'deploy/task-definition.json', family: undefined },
      ),
  };
}

test(`${rounds} broken texts raise no exception in what the editor asks`, () => {
  const random = randomFrom(7);
  for (let round = 0; round < rounds; round++) {
    const text = brokenText(random);
    for (const [name, part] of Object.entries(parts(text, Math.floor(random() * text.length)))) {
      try {
        part();
      } catch (error) {
        throw new Error(`${name}, round ${round}: ${JSON.stringify(text.slice(0, 2000))}`, { cause: error });
      }
    }
  }
});

const fill = (piece: string, length = 900_000): string => piece.repeat(Math.floor(length / piece.length));
const task = (inner: string): string => `{"family":"a","containerDefinitions":[{"name":"a","image":"b",${inner}}]}`;

for (const [about, text] of Object.entries({
  'thousands of nulls': task(`"environment":[${fill('{"name":null,"value":null},', 60_000)}{}]`),
  'thousands of references': task(`"dependsOn":[${fill('{"containerName":"a","condition":"START"},')}{}]`),
  'thousands of ARNs': task(`"command":[${fill('"arn:aws:iam::123456789012:role/a",')}""]`),
  'a long ARN': task(`"user":"arn:aws:ssm:eu-west-1:123456789012:parameter/${fill('a/')}"`),
  'a long image': task(`"image":"${fill('a/')}"`),
  'a long image of dots': task(`"image":"${fill('a.')}:"`),
  'a long log group': task(
    `"logConfiguration":{"options":{"awslogs-region":"eu-west-1","awslogs-group":"${fill('a')}"}}`,
  ),
})) {
  test(`${about} are not slow`, () => {
    for (const [name, part] of Object.entries(parts(text, text.indexOf('"a"') + 1))) {
      // A repair of a whole file is asked for by a person.
      const allowed = name === 'fixAll' ? 10 * longestAllowed : longestAllowed;
      const times = Array.from({ length: 3 }, () => {
        const start = performance.now();
        part();
        return performance.now() - start;
      });
      assert.ok(Math.min(...times) <= allowed, `${name}: ${Math.min(...times).toFixed(0)} ms`);
    }
  });
}
