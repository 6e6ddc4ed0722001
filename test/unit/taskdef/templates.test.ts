import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check } from '../../../src/taskdef/check.ts';
import { parseDocument } from '../../../src/taskdef/document/document.ts';
import { recogniseText } from '../../../src/taskdef/document/recognise.ts';

interface Snippet {
  prefix: string;
  description: string;
  body: string[];
}

const file = join(import.meta.dirname, '../../../snippets/task-definitions.json');
const snippets = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Snippet>;

for (const [name, { prefix, body }] of Object.entries(snippets)) {
  const text = expand(body.join('\n'));

  test(`${name} is JSON when it is accepted as it stands`, () => {
    assert.doesNotThrow(() => JSON.parse(text) as unknown);
  });

  test(`${name} has nothing that ECS would refuse or that is likely wrong`, () => {
    // A container for a list is judged inside a task definition.
    const whole = prefix.endsWith('-container')
      ? JSON.stringify({ family: 'a', containerDefinitions: [application, JSON.parse(text)] })
      : text;
    const document = parseDocument(whole, { path: 'opened.json' });
    assert.notEqual(document.kind, 'other');
    const found = check(document, {}, (rule, error) => assert.fail(`${rule}: ${String(error)}`));
    const bad = found.filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(
      bad.map(({ rule, message }) => `${rule} ${message}`),
      [],
    );
  });
}

test('each kind of task that people start from has a snippet', () => {
  const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
  assert.equal(new Set(prefixes).size, prefixes.length);
  for (const wanted of ['web', 'worker', 'job', 'firelens', 'efs', 'windows', 'gpu', 'service'])
    assert.ok(
      prefixes.some((prefix) => prefix.includes(wanted)),
      wanted,
    );
});

test('the service definition is taken for one', () => {
  const service = Object.values(snippets).find(({ prefix }) => prefix === 'ecs-service') ?? assert.fail('no snippet');
  assert.equal(recogniseText(expand(service.body.join('\n'))), 'service');
});

/** What logs through the router. */
const application = {
  name: 'app',
  image: 'public.ecr.aws/nginx/nginx:1.27',
  memory: 128,
  logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'null' } },
};

/** A snippet as it is when every tab stop is left as it is. */
function expand(body: string): string {
  const defaults = new Map<string, string>();
  return body
    .replaceAll(/\$\{(\d+):([^}]*)\}|\$\{(\d+)\|([^,|]*)[^}]*\}/g, (_match, id1, text, id2, first) => {
      defaults.set(String(id1 ?? id2), String(text ?? first));
      return String(text ?? first);
    })
    .replaceAll(/\$\{(\d+)\}|\$(\d+)/g, (_match, id1, id2) => defaults.get(String(id1 ?? id2)) ?? '');
}
