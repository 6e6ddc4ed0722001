import type { FileTree } from './neighbours.ts';

/** The same tree, of which each folder and file is read once. */
export function rememberedTree(tree: FileTree): FileTree {
  const folders = new Map<string, Promise<readonly string[]>>();
  const files = new Map<string, Promise<string | undefined>>();
  return {
    list: (folder) => remember(folders, folder, () => tree.list(folder)),
    read: (path) => remember(files, path, () => tree.read(path)),
  };
}

function remember<T>(known: Map<string, Promise<T>>, path: string, read: () => Promise<T>): Promise<T> {
  const reading = known.get(path) ?? read();
  known.set(path, reading);
  return reading;
}
