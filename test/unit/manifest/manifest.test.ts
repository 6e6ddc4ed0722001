import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type CommandId, commandIds, contextKeys, rowCommands, settingIds, viewIds } from '../../../src/manifest.ts';

interface Manifest {
  contributes: {
    commands: { command: string; title: string; category: string }[];
    views: Record<string, { id: string }[]>;
    configuration: { properties: Record<string, { markdownDescription: string; enumDescriptions?: string[] }> };
    menus: Record<string, { command: CommandId; when?: string; group?: string }[]>;
    walkthroughs: { steps: { description: string; media: { markdown: string }; completionEvents: string[] }[] }[];
    viewsWelcome: { view: string; contents: string; when?: string }[];
  };
}

const root = join(import.meta.dirname, '../../..');
const text = readFileSync(join(root, 'package.json'), 'utf8');
const { contributes } = JSON.parse(text) as Manifest;
const nls = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;

/** Context keys that VS Code sets, or that are not the explorer's own. */
const whens = (): string => JSON.stringify([contributes.menus, contributes.viewsWelcome, contributes.walkthroughs]);

test('package.json contributes exactly the commands that the code knows', () => {
  assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), [...commandIds].sort());
});

test('every command has the category ECS', () => {
  for (const { command, category } of contributes.commands) assert.equal(category, 'ECS', command);
});

test('package.json contributes exactly the settings that the code reads', () => {
  assert.deepEqual(Object.keys(contributes.configuration.properties).sort(), Object.keys(settingIds).sort());
});

test('package.json contributes exactly the views that the code fills', () => {
  const views = Object.values(contributes.views).flatMap((container) => container.map(({ id }) => id));
  assert.deepEqual(views.sort(), [...viewIds].sort());
});

test('when clauses use only context keys that the code sets', () => {
  const used = new Set(whens().match(/\becs\.[\w.]+/g));
  for (const id of [...commandIds, ...viewIds]) used.delete(id);
  for (const key of Object.keys(contextKeys)) used.delete(key);
  assert.deepEqual([...used], []);
});

test('every context key that the code sets is used', () => {
  for (const key of Object.keys(contextKeys)) assert.match(whens(), new RegExp(`\\b${key.replaceAll('.', '\\.')}\\b`));
});

test('menus name only commands that exist', () => {
  const known = new Set<string>(commandIds);
  const named = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
  assert.deepEqual(
    named.filter((command) => !known.has(command)),
    [],
  );
});

test('the code knows which commands rows have, and which of them are buttons', () => {
  const inTitle = new Set(contributes.menus['view/title']?.map(({ command }) => command));
  const ofRows = (contributes.menus['view/item/context'] ?? []).filter(({ command }) => !inTitle.has(command));
  const buttons = new Set(ofRows.filter(({ group }) => group?.startsWith('inline')).map(({ command }) => command));
  const expected = Object.fromEntries(
    ofRows.map(({ command }) => [command, buttons.has(command) ? 'icon' : 'menu'] as const),
  );
  assert.deepEqual(rowCommands, expected);
});

test('the walkthrough has at most five steps, with pages that exist, and commands and keys that are known', () => {
  const known = new Set<string>([...commandIds, ...viewIds, ...Object.keys(contextKeys)]);
  for (const { steps } of contributes.walkthroughs) {
    assert.ok(steps.length <= 5);
    for (const { description, media, completionEvents } of steps) {
      assert.ok(readFileSync(join(root, media.markdown), 'utf8').length > 100, media.markdown);
      const words = `${nls[description.replaceAll('%', '')]} ${completionEvents.join(' ')}`;
      const ids = [...words.matchAll(/\becs\.[a-z][\w.]*/gi)].map(([id]) => id.replace(/\.focus$/, ''));
      assert.ok(completionEvents.length > 0);
      for (const id of ids) assert.ok(known.has(id), id);
    }
  }
});

test('every text of package.json is in package.nls.json, and no other', () => {
  const used = new Set([...text.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? ''));
  assert.deepEqual([...used].sort(), Object.keys(nls).sort());
});

test('what VS Code shows as it stands holds no backticks', () => {
  const { commands, configuration, viewsWelcome, walkthroughs } = contributes;
  const shown = [
    ...commands.map(({ title }) => title),
    ...Object.values(configuration.properties).flatMap(({ enumDescriptions = [] }) => enumDescriptions),
    ...viewsWelcome.map(({ contents }) => contents),
    ...walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description)),
  ];
  const texts = shown.map((key) => nls[key.replaceAll('%', '')] ?? assert.fail(key));
  assert.deepEqual(
    texts.filter((one) => one.includes('`')),
    [],
  );
});

test('ids are written in one place: code refers to them through types', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const known = new Set<string>([...commandIds, ...viewIds, ...Object.keys(settingIds), ...Object.keys(contextKeys)]);
  const unknown: string[] = [];
  for (const file of sources) {
    const source = readFileSync(join(root, 'src', file), 'utf8');
    for (const [, id = ''] of source.matchAll(/'(ecs\.[a-z][\w.]*)'/gi)) {
      if (!known.has(id) && !allowed.has(id)) unknown.push(`${file}: ${id}`);
    }
  }
  assert.deepEqual(unknown, []);
});

/** Ids that VS Code asks for but that package.json does not contribute, and attributes of ECS's own. */
const allowed = new Set([
  'ecs.connection',
  'ecs.fileConnection',
  'ecs.fileKind',
  'ecs.deployTool',
  'ecs.capability.external',
]);

test('a task that has ended is not offered to be stopped', () => {
  const menu = contributes.menus['view/item/context'] ?? [];
  const { when = '' } = menu.find(({ command }) => command === 'ecs.stopTask') ?? {};
  const pattern = new RegExp(/viewItem =~ \/(.*)\/$/.exec(when)?.[1] ?? 'none');
  const flags = ['starting', 'running', 'unhealthy outdated', 'stopping', 'stopped', 'failed', 'running readOnly'];
  assert.deepEqual(
    flags.filter((flag) => pattern.test(`task ${flag}`)),
    ['starting', 'running', 'unhealthy outdated'],
  );
});
