import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The repository's root. */
export const root = join(import.meta.dirname, '../../..');

/** Files of `src` by their path from the root, with the paths of what they import: types and lazy imports counted. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const specifier = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

/** What is gone when the code runs. */
const typeImport = /^(?:import|export) type\b[^;]*;$/gm;

/** Reads the sources as they are written; prettier holds their form. What is no file of ours keeps its name, such as `vscode`. */
export function readImportGraph(): ImportGraph {
  const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return new Map(files.sort().map((file) => [file, importsOf(file, readFileSync(join(root, file), 'utf8'))]));
}

/** The shortest way from a file to another, or to a package, over imports that are there when the code runs. */
export function wayBetween(from: string, to: string): string[] {
  const ways = new Map([[from, [from]]]);
  for (const [file, way] of ways) {
    if (file === to) return way;
    if (!file.startsWith('src/')) continue;
    const text = readFileSync(join(root, file), 'utf8').replaceAll(typeImport, '');
    for (const path of importsOf(file, text)) if (!ways.has(path)) ways.set(path, [...way, path]);
  }
  return [];
}

function importsOf(file: string, text: string): string[] {
  const found = [...text.matchAll(specifier)].map(([, path = '']) =>
    path.startsWith('.') ? posix.join(posix.dirname(file), path) : path,
  );
  return [...new Set(found)];
}

/** The same graph with every file replaced by what `roomOf` calls its place; imports within a place are left out. */
export function byRoom(graph: ImportGraph, roomOf: (file: string) => string): ImportGraph {
  const rooms = new Map<string, Set<string>>();
  for (const [file, imports] of graph) {
    const from = roomOf(file);
    const known = rooms.get(from) ?? new Set<string>();
    rooms.set(from, known);
    for (const path of imports) if (graph.has(path) && roomOf(path) !== from) known.add(roomOf(path));
  }
  return new Map([...rooms].map(([room, others]) => [room, [...others]]));
}

/** Groups that reach each other in a circle (Tarjan's strongly connected components of more than one). */
export function circlesIn(graph: ImportGraph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const circles: string[][] = [];
  const visit = (one: string): number => {
    order.set(one, order.size);
    lowest.set(one, order.get(one)!);
    path.push(one);
    for (const next of graph.get(one) ?? []) {
      if (!graph.has(next)) continue;
      if (!order.has(next)) lowest.set(one, Math.min(lowest.get(one)!, visit(next)));
      else if (path.includes(next)) lowest.set(one, Math.min(lowest.get(one)!, order.get(next)!));
    }
    if (lowest.get(one) === order.get(one)) {
      const circle = path.splice(path.indexOf(one));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return lowest.get(one)!;
  };
  for (const one of graph.keys()) if (!order.has(one)) visit(one);
  return circles;
}
