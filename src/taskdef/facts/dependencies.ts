import type { Task } from '../document/task.ts';

/** Which containers each container waits for, by name: dependsOn, and what links and volumesFrom imply. */
export type DependencyGraph = ReadonlyMap<string, readonly string[]>;

export function dependencyGraph({ containers }: Task): DependencyGraph {
  const graph = new Map<string, string[]>();
  for (const { name, fields } of containers) {
    if (name.value === undefined) continue;
    const named = fields
      .list('dependsOn')
      .fields()
      .map((item) => item.str('containerName').value);
    const linked = fields
      .list('links')
      .texts()
      .map(({ value }) => value?.split(':')[0]);
    const mounted = fields
      .list('volumesFrom')
      .fields()
      .map((item) => item.str('sourceContainer').value);
    graph.set(name.value, [
      ...(graph.get(name.value) ?? []),
      ...[...named, ...linked, ...mounted].filter((other) => other !== undefined),
    ]);
  }
  return graph;
}

/** Whether `from` waits for `to`, directly or through others. */
export function reaches(graph: DependencyGraph, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === to) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...(graph.get(name) ?? []));
  }
  return false;
}

/** One cycle through a container, as the names on it, undefined when there is none. */
export function cycleThrough(graph: DependencyGraph, start: string): string[] | undefined {
  const previous = new Map<string, string>();
  const open = [start];
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
    for (const next of graph.get(name) ?? []) {
      if (next === start) return [...trace(previous, start, name), start];
      if (previous.has(next)) continue;
      previous.set(next, name);
      open.push(next);
    }
  }
  return undefined;
}

function trace(previous: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const path = [end];
  for (let name = end; name !== start;) {
    name = previous.get(name)!;
    path.unshift(name);
  }
  return path;
}
