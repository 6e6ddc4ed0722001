import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { root } from './importGraph.ts';

const pages = globSync(
  ['docs/architecture.md', 'docs/decisions.md', 'CONTRIBUTING.md', 'src/**/README.md', 'test/**/README.md'],
  {
    cwd: root,
  },
).map((page) => page.replaceAll('\\', '/'));

/** What begins with one of these is a path from the root; `<name>` and `*` stand for any name. */
const tops = /^(?:src|test|scripts|docs|media|schemas|snippets|syntaxes)\//;

/** Paths in backticks, and links to files: those of a page are relative to it. */
function pathsIn(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path).filter((path) => tops.test(path));
  const linked = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, path = '']) => path.replace(/#.*/, ''))
    .filter((path) => path !== '' && !path.includes(':'))
    .map((path) => posix.join(posix.dirname(page), path));
  return [...quoted, ...linked];
}

test('every path that the documentation names is there', () => {
  const named = pages.flatMap((page) => pathsIn(page).map((path) => ({ page, path })));
  assert.ok(named.length > 30, 'pages with paths were found');
  const lost = named.filter(
    ({ path }) => globSync(path.replaceAll(/<[^>]+>/g, '*').replace(/\/$/, ''), { cwd: root }).length === 0,
  );
  assert.deepEqual(
    lost.map(({ page, path }) => `${page}: ${path}`),
    [],
  );
});

test('the plan of the house names every room', () => {
  const plan = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const rooms = globSync('src/{*,ui/*}/', { cwd: root }).map((room) => room.replaceAll('\\', '/').replace(/\/$/, ''));
  assert.ok(rooms.length > 10, 'rooms were found');
  assert.deepEqual(
    rooms.filter((room) => !plan.includes(`\`${room}\``)),
    [],
  );
});
