import type { Metafile } from 'esbuild';

/** What an entry point or an `import()` loads. */
export interface BundlePart {
  /** The source file that is asked for. */
  module: string;
  /** The files of the bundle that are loaded with it, its own among them. */
  files: ReadonlySet<string>;
  /** The source files that are in them. */
  modules: ReadonlySet<string>;
}

/** Where a build leaves what is in its bundles. */
export const bundleReports = 'artifacts/bundles';

/** The namespace of modules that stand for the one that their path names. */
export const standIn = 'stands-for';

/** Rooms of `src/ui` that are not a feature: all features build on them. */
const sharedRooms = new Set(['common', 'deployments', 'webview']);

/** Everything that a bundle can be asked for. */
export function bundleParts(outputs: Metafile['outputs']): BundlePart[] {
  return Object.entries(outputs).flatMap(([path, { entryPoint }]) => {
    if (entryPoint === undefined) return [];
    const files = filesLoadedWith(outputs, path);
    const modules = new Set([...files].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {})));
    return [{ module: entryPoint.replace(`${standIn}:`, ''), files, modules }];
  });
}

/** A file of the bundle and all that it imports. */
export function filesLoadedWith(outputs: Metafile['outputs'], path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const { kind, external, path: imported } of outputs[path]?.imports ?? []) {
    if (kind === 'import-statement' && !external) filesLoadedWith(outputs, imported, found);
  }
  return found;
}

/** The feature whose own a source file is. */
export function featureOf(module: string): string | undefined {
  const room = /^src\/ui\/(\w+)\//.exec(module)?.[1];
  return room === undefined || sharedRooms.has(room) ? undefined : room;
}
