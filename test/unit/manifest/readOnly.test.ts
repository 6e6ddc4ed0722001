import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';

interface MenuItem {
  command: string;
  when?: string;
}

const root = join(import.meta.dirname, '../../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  contributes: { menus: Record<string, MenuItem[]> };
};
const { menus } = manifest.contributes;

/** Commands whose modules reach the one confirmation of changes: those that can change an account. */
function changingCommands(): string[] {
  const table = readFileSync(join(root, 'src/ui/commandTable.ts'), 'utf8');
  const modules = [...table.matchAll(/'(ecs\.\w+)': \(\) => import\('([^']+)'\)/g)];
  return modules
    .filter(([, , path = '']) => reaches(join(root, 'src/ui', path), 'common/confirmChange.ts', new Set()))
    .map(([, command = '']) => command);
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
