import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { commandIds } from '../../../src/manifest.ts';

interface MenuItem {
  command: string;
  when?: string;
}

const root = join(import.meta.dirname, '../../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  contributes: { menus: Record<string, MenuItem[]> };
};
const { menus } = manifest.contributes;

/** Each command and its module, which the table of its feature imports. */
function commandModules(): Map<string, string> {
  const table = join(root, 'src/ui/commandTable.ts');
  const features = [...readFileSync(table, 'utf8').matchAll(/import\('(\.[^']+)'\)/g)];
  const found = [table, ...features.map(([, path = '']) => resolve(dirname(table), path))].flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const imports = [...source.matchAll(/^import (?!type\b)([^;]*?) from '(\.[^']+)';/gm)];
    const modules = new Map(
      imports.flatMap(([, names = '', path = '']) =>
        [...names.matchAll(/\w+/g)].map(([name]) => [name, resolve(dirname(file), path)]),
      ),
    );
    const commands = [...source.matchAll(/'(ecs\.\w+)': (\w+)/g)];
    return commands.flatMap(([, id = '', name = '']) => {
      const module = modules.get(name);
      return module === undefined ? [] : [[id, module] as const];
    });
  });
  assert.deepEqual(found.map(([id]) => id).sort(), [...commandIds].sort(), 'each command has one module');
  return new Map(found);
}

/** Commands whose modules reach the one confirmation of changes: those that can change an account. */
function changingCommands(): string[] {
  return [...commandModules()].flatMap(([command, module]) =>
    reaches(module, 'common/change/confirmChange.ts', new Set()) ? [command] : [],
  );
}

function reaches(file: string, wanted: string, seen: Set<string>): boolean {
  if (seen.has(file) || !existsSync(file)) return false;
  seen.add(file);
  if (file.endsWith(wanted)) return true;
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?!type\b)[^;]*? from '(\.[^']+)';/gm);
  return [...imports].some(([, path = '']) => reaches(resolve(dirname(file), path), wanted, seen));
}

/** Shows what goes on; the buttons on its page ask for themselves. */
const showing = new Set(['ecs.showDeployment']);

const changing = new Set(changingCommands().filter((command) => !showing.has(command)));

const offered = (menu: string): MenuItem[] => (menus[menu] ?? []).filter(({ command }) => changing.has(command));

test('there are commands that change, and commands that do not', () => {
  assert.ok(changing.has('ecs.registerRevision') && changing.has('ecs.deployToService'));
  assert.ok(!changing.has('ecs.refresh') && !changing.has('ecs.signIn'));
});

test('no row of a read-only connection offers a command that changes', () => {
  for (const { command, when = '' } of offered('view/item/context')) {
    assert.match(when, /\(\?!\.\*\\breadOnly\\b\)/, command);
  }
});

test('neither palette nor editor offers one while the connection that it would use is read-only', () => {
  for (const { command, when = '' } of offered('editor/title')) assert.match(when, /!ecs\.fileReadOnly/, command);
  const palette = new Map(menus['commandPalette']?.map(({ command, when }) => [command, when]));
  for (const command of changing)
    assert.match(palette.get(command) ?? '', /^false$|!ecs\.(readOnly|fileReadOnly)$/, command);
});
