import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import picomatch from 'picomatch';
import {
  fileWords,
  globOf,
  type NamedKind,
  notBehindWords,
  templateEndings,
} from '../../../src/taskdef/document/fileNames.ts';
import { recogniseName } from '../../../src/taskdef/document/recognise.ts';

interface Manifest {
  contributes: {
    languages: { id: string; filenamePatterns?: string[] }[];
    menus: Record<string, { command: string; when?: string }[]>;
  };
}

const { contributes } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'),
) as Manifest;
const kinds = Object.keys(fileWords) as NamedKind[];
const languagePatterns = contributes.languages.find(({ id }) => id === 'ecs-taskdef-template')?.filenamePatterns ?? [];

/** The clause by which a menu knows a file of some kind. */
function clauseOf(kind: NamedKind): string {
  const ending = String.raw`\.jsonc?(\.(${templateEndings.join('|')}))?$`;
  return `resourceFilename =~ /(${fileWords[kind].join('|')})(?!${notBehindWords})[^/]*${ending}/i`;
}

test('menus know files by the names of the table, and by no others', () => {
  const clauses = Object.values(contributes.menus).flatMap((items) =>
    items.flatMap(({ command, when = '' }) =>
      [...when.matchAll(/resourceFilename.*?\/i/g)].map(([clause]) => [command, clause]),
    ),
  );
  const service = clauseOf('service');
  assert.deepEqual(clauses, [
    ['ecs.applyServiceDefinition', service],
    ['ecs.registerRevision', clauseOf('taskDefinition')],
    ['ecs.applyServiceDefinition', service],
    ['ecs.verifyAgainstAccount', clauseOf('taskDefinition')],
  ]);
});

test('the language of templates is that of the names of the table', () => {
  const endings = templateEndings.join(',');
  const expected = kinds.flatMap((kind) => fileWords[kind].map((word) => `*${word}*.{json,jsonc}.{${endings}}`));
  assert.deepEqual(languagePatterns, expected);
});

test('one name is found by all who look for its kind, whatever its case', () => {
  const inMenu = (kind: NamedKind, name: string): boolean =>
    new RegExp(/\/(.*)\/i$/.exec(clauseOf(kind))?.[1] ?? '', 'i').test(name);
  const inLanguage = picomatch(languagePatterns);
  for (const kind of kinds) {
    const found = picomatch(globOf(kind), { dot: true });
    for (const word of fileWords[kind]) {
      for (const form of [word, word.toUpperCase(), word.replace(/.def/, (text) => text.toUpperCase())]) {
        for (const ending of ['json', 'jsonc', ...templateEndings.map((one) => `json.${one}`)]) {
          const name = `my-${form}inition.prod.${ending}`;
          assert.equal(recogniseName(name), kind, name);
          assert.ok(found(`deploy/.ecs/${name}`), `${name} in ${globOf(kind)}`);
          assert.ok(inMenu(kind, name), name);
          assert.equal(inLanguage(name.toLowerCase()), /json\.\w/.test(name), name);
        }
      }
    }
  }
  for (const name of ['task-defaults.json', 'task-definition.yaml', 'task-definition.json.md', 'tasks.json']) {
    assert.ok(!inMenu('taskDefinition', name) && recogniseName(name) === 'other', name);
  }
});
