import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import type * as JsonLanguageService from 'vscode-json-languageservice';
import { root } from '../../../../scripts/docs/ruleFiles.ts';
import { serviceRules, taskRules } from '../../../../src/taskdef/ruleTable.ts';

// CommonJS whose exports Node cannot name.
const require = createRequire(import.meta.url);
const { getLanguageService, TextDocument } = require('vscode-json-languageservice') as typeof JsonLanguageService;

/** The schema of the settings as VS Code has it, with its texts filled in. */
const nls = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;
const manifest = readFileSync(join(root, 'package.json'), 'utf8').replaceAll(/"%([\w.]+)%"/g, (_, key: string) =>
  JSON.stringify(nls[key]),
);
const { contributes } = JSON.parse(manifest) as { contributes: { configuration: JsonLanguageService.JSONSchema } };
const service = getLanguageService({});
service.configure({
  schemas: [{ uri: 'file:///schema.json', fileMatch: ['*'], schema: contributes.configuration }],
});

/** settings.json with the cursor where `|` stands, which the answer leaves out. */
function settings(text: string) {
  const document = TextDocument.create('file:///settings.json', 'json', 1, text.replace('|', ''));
  return {
    document,
    parsed: service.parseJSONDocument(document),
    position: document.positionAt(Math.max(text.indexOf('|'), 0)),
  };
}

async function complete(text: string): Promise<JsonLanguageService.CompletionItem[]> {
  const { document, parsed, position } = settings(text);
  return (await service.doComplete(document, position, parsed))?.items ?? [];
}

async function problems(text: string): Promise<string[]> {
  const { document, parsed } = settings(text);
  return (await service.doValidation(document, parsed)).map(({ message }) => JSON.stringify(message));
}

const ids = [...new Set([...taskRules, ...serviceRules].map(({ id }) => id))].toSorted();
const rule = taskRules.find(({ id }) => id === 'TD020')!;

test('settings.json completes the ids of all rules, each with its title', async () => {
  const items = await complete('{ "ecs.taskDefinition.rules": { | } }');
  assert.deepEqual(items.map(({ label }) => label).toSorted(), ids);
  const documentation = items.find(({ label }) => label === rule.id)!.documentation;
  assert.match(JSON.stringify(documentation), new RegExp(rule.title));
});

test('settings.json completes the severities of a rule', async () => {
  const items = await complete(`{ "ecs.taskDefinition.rules": { "${rule.id}": | } }`);
  assert.deepEqual(items.map(({ label }) => label).toSorted(), ['"error"', '"hint"', '"info"', '"off"', '"warning"']);
});

test('settings.json says what a rule is about that stands there, and which ids are none', async () => {
  const { document, parsed, position } = settings(`{ "ecs.taskDefinition.rules": { "${rule.id}|": "off" } }`);
  assert.match(JSON.stringify(await service.doHover(document, position, parsed)), new RegExp(rule.title));
  assert.deepEqual(await problems(`{ "ecs.taskDefinition.rules": { "${rule.id}": "off" } }`), []);
  assert.match((await problems('{ "ecs.taskDefinition.rules": { "TD999": "off" } }')).join(), /TD999/);
});

test('settings.json completes the ids of rules that files ignore, each with its title', async () => {
  const items = await complete('{ "ecs.taskDefinition.ignore": { "deploy/*.json": [|] } }');
  assert.deepEqual(
    items.map(({ label }) => label).toSorted(),
    ids.map((id) => `"${id}"`),
  );
  const documentation = items.find(({ label }) => label === `"${rule.id}"`)!.documentation;
  assert.match(JSON.stringify(documentation), new RegExp(rule.title));
  assert.notDeepEqual(await problems('{ "ecs.taskDefinition.ignore": { "a.json": ["TD999"] } }'), []);
});
