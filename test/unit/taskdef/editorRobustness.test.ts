import { test } from 'node:test';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { documentLinks } from '../../../src/taskdef/reading/documentLinks.ts';
import { fixAll } from '../../../src/taskdef/fixAll.ts';
import { inlayHints } from '../../../src/taskdef/reading/inlayHints.ts';
import { isTemplate } from '../../../src/taskdef/recognition/isTemplate.ts';
import { outline } from '../../../src/taskdef/reading/outline.ts';
import { refactorings } from '../../../src/taskdef/refactor/refactorings.ts';
import { readSiblings } from '../../../src/taskdef/siblings/readSiblings.ts';
import { symbolAt } from '../../../src/taskdef/document/symbols.ts';
import { brokenText, randomFrom } from './fuzz.ts';
import { referringTexts } from '../../support/hostileTexts.ts';
import { withoutHanging } from '../../support/withoutHanging.ts';

const rounds = Number(process.env['TASKDEF_FUZZ_ROUNDS'] ?? 1500);

/** What the editor asks of a text while it is written; all but the last two at each change. */
function parts(text: string, offset: number): Record<string, () => unknown> {
  const document = parseDocument(text, { path: 'task-definition.json' });
  const files = [
    'deploy/service-def.json',
    'deploy/appspec.yml',
    'deploy/ecspresso.yml',
    '.github/workflows/a.yml',
    'deploy/run.sh',
    'Makefile',
    'Jenkinsfile',
    'buildspec.yml',
  ];
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

for (const [about, text] of Object.entries(referringTexts)) {
  test(`${about} hold nothing up`, () => {
    for (const [name, part] of Object.entries(parts(text, text.indexOf('"a"') + 1))) withoutHanging(name, part);
  });
}
