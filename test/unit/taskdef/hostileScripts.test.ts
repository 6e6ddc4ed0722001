import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSiblings } from '../../../src/taskdef/siblings/readSiblings.ts';
import { withoutHanging } from '../../support/withoutHanging.ts';

const long = 100_000;
const around = (text: string): string => `aws ecs register-task-definition\n${text}`;

/** Texts that make careless patterns go back and forth over them. */
const hostile: Readonly<Record<string, string>> = {
  quotes: around(`"'`.repeat(long / 2)),
  apostrophes: around("'\n".repeat(long / 2)),
  parentheses: around('$('.repeat(long / 2)),
  words: around('a/b.json '.repeat(long / 10)),
  blanks: around(`sed ${' '.repeat(long - 50)}-e`),
  replacements: around('s|a|b'.repeat(long / 6)),
  deletions: around(`jq ${'del(.a,'.repeat(long / 8)}`),
  assignments: around(`${'A=$B'.repeat(long / 5)}\n`),
  images: around(`jq ${'.containerDefinitions == '.repeat(long / 26)}`),
  redirects: around('> a.json '.repeat(long / 10)),
  braces: around('{{'.repeat(long / 2)),
  output: around(`echo ${'"a='.repeat(long / 4)}>> $GITHUB_ENV`),
  one: around('x'.repeat(long - 50)),
};

const own = { path: 'deploy/td.json', family: undefined };

test('no script keeps the editor waiting', () => {
  for (const [name, text] of Object.entries(hostile)) {
    for (const path of [
      'deploy/run.sh',
      'Makefile',
      'Jenkinsfile',
      'deploy/run.ps1',
      '.gitlab-ci.yml',
      'deploy/config.yaml',
    ]) {
      withoutHanging(`${name} ${path}`, () => readSiblings([{ path, text }], own));
    }
    const workflow = `jobs:\n  a:\n    steps:\n      - run: |\n${text.replaceAll(/^/gm, '          ')}`;
    const file = { path: '.github/workflows/a.yml', text: workflow };
    withoutHanging(name, () => readSiblings([file], own));
  }
  assert.ok(Object.keys(hostile).length > 10);
});
