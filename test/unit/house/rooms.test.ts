import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { byRoom, circlesIn, readImportGraph, root, wayBetween } from './importGraph.ts';

const graph = readImportGraph();

/**
 * Floors from the lowest to the highest: a room imports from its own floor's own room and from floors below. Two rooms of
 * one floor do not know each other.
 */
const floors: readonly (readonly string[])[] = [
  ['src/ecs', 'src/taskdef'],
  ['src/iam', 'src/network'],
  ['src/aws'],
  ['src/logs', 'src/verify', 'src/exec', 'src/lint'],
  ['src/diagnose'],
  ['src/manifest.ts'],
  ['src/ui/common', 'src/ui/webview'],
  ['src/ui/deployments'],
  ['src/ui/change', 'src/ui/connect', 'src/ui/editor', 'src/ui/explorer', 'src/ui/logs', 'src/ui/why'],
  ['src/ui/commandTable.ts', 'src/ui/commands.ts', 'src/extension.ts'],
];

/** Neighbours on one floor of which one may know the other. */
const stairs = new Set([
  'src/taskdef > src/ecs',
  'src/ui/commandTable.ts > src/ui/commands.ts',
  'src/extension.ts > src/ui/commandTable.ts',
  'src/extension.ts > src/ui/commands.ts',
]);

const rooms = floors.flatMap((floor, height) => floor.map((room) => ({ room, height })));
const placeOf = (file: string): { room: string; height: number } | undefined =>
  rooms.find(({ room }) => file === room || file.startsWith(`${room}/`));

test('every file stands in a room of the house', () => {
  assert.deepEqual(
    [...graph.keys()].filter((file) => !placeOf(file)),
    [],
  );
});

test('every import leads to a file that is there', () => {
  const lost = [...graph].flatMap(([file, imports]) =>
    imports
      .filter((path) => path.includes('/') && !path.startsWith('@') && !path.includes(':'))
      .filter((path) => /^(src|schemas|snippets|media)\//.test(path) && !existsSync(join(root, path)))
      .map((path) => `${file} > ${path}`),
  );
  assert.deepEqual(lost, []);
});

test('no arrow leads from a lower floor to a higher one, nor from a feature to its neighbour', () => {
  const wrong = [...graph].flatMap(([file, imports]) => {
    const from = placeOf(file);
    return imports.flatMap((path) => {
      const to = placeOf(path);
      if (!from || !to || from.room === to.room || to.height < from.height) return [];
      return stairs.has(`${from.room} > ${to.room}`) ? [] : [`${file} > ${path}`];
    });
  });
  assert.deepEqual(wrong, []);
  const climbed = new Set(
    [...graph].flatMap(([file, imports]) => imports.map((path) => `${placeOf(file)?.room} > ${placeOf(path)?.room}`)),
  );
  assert.deepEqual(
    [...stairs].filter((stair) => !climbed.has(stair)),
    [],
    'stairs that nobody climbs',
  );
});

test('no file imports itself over others, types and lazy imports counted', () => {
  assert.deepEqual(circlesIn(graph), []);
});

test('no room imports itself over other rooms', () => {
  const inside = (file: string): string => {
    const place = placeOf(file);
    if (!place) return file;
    // What stands in a room itself puts its inner rooms together.
    const [inner] = file.slice(place.room.length + 1).split('/');
    return inner === undefined || inner.endsWith('.ts') || inner === ''
      ? `${place.room} > ${posix.basename(file)}`
      : `${place.room}/${inner}`;
  };
  assert.deepEqual(circlesIn(byRoom(graph, inside)), []);
});

test('only the user interface knows VS Code, and the nodes of the tree do not', () => {
  const knowing = [...graph].filter(([, imports]) => imports.includes('vscode')).map(([file]) => file);
  const wrong = knowing.filter(
    (file) => !/^src\/(ui\/|extension\.ts$)/.test(file) || file.startsWith('src/ui/explorer/nodes/'),
  );
  assert.deepEqual(wrong, []);
});

test('only the formats know how a file is written', () => {
  const knowing = [...graph].filter(([, imports]) => imports.includes('jsonc-parser')).map(([file]) => file);
  assert.deepEqual(
    knowing.filter((file) => !file.startsWith('src/taskdef/formats/')),
    [],
  );
});

test('what the nodes of the tree need in order to run does not know VS Code either', () => {
  const model = [...graph.keys()].filter((file) => /^src\/ui\/explorer\/(nodes\/|explorerModel\.ts$)/.test(file));
  assert.ok(model.length > 20);
  assert.deepEqual(model.map((file) => wayBetween(file, 'vscode').join(' > ')).filter(Boolean), []);
  // They do name types of files that know it: only what runs counts.
  assert.deepEqual(wayBetween('src/ui/explorer/nodeItem.ts', 'vscode'), ['src/ui/explorer/nodeItem.ts', 'vscode']);
});

/** Folders of one kind of thing each, which a list serves better than rooms. */
const lists = [/^src\/taskdef\/rules\/\w+$/, /^src\/ui\/explorer\/nodes$/];

test('no folder has more files than a glance takes in', () => {
  const counts = new Map<string, number>();
  for (const file of graph.keys()) {
    const folder = posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const crowded = [...counts].filter(([folder, count]) => count > 25 && !lists.some((list) => list.test(folder)));
  assert.deepEqual(crowded, []);
});
