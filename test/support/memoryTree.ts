import type { FileTree } from '../../src/taskdef/siblings/neighbours.ts';

/** A repository of these files, by their paths. */
export function memoryTree(files: ReadonlyMap<string, string>): FileTree & { reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    list: (folder) => {
      const start = folder ? `${folder}/` : '';
      const inside = [...files.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
      return Promise.resolve([...new Set(inside.map((path) => path.replace(/\/.*$/, '/')))]);
    },
    read: (path) => {
      reads.push(path);
      return Promise.resolve(files.get(path));
    },
  };
}
