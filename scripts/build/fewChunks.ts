import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { resolve } from 'node:path';
import { type BundlePart, bundleParts, featureOf, filesLoadedWith, standIn } from './bundleParts.ts';

/** Bytes from which on a chunk is worth a file of its own. */
const large = 10_000;

/**
 * Bundles with splitting, but into few files. esbuild makes a chunk for every set of parts that have a module in common:
 * dozens of tiny ones, which are slow to open one after the other and pack badly. So it is asked twice: what it has put
 * into small chunks, or shares among most parts, is then loaded with all parts, and comes into one chunk.
 */
export async function bundleInFewChunks(options: BuildOptions): Promise<Metafile> {
  const { metafile } = await build({ ...options, write: false, metafile: true });
  const root = options.absWorkingDir ?? process.cwd();
  const plugins = [loadedTogether(metafile, root), ...(options.plugins ?? [])];
  return (await build({ ...options, plugins, metafile: true })).metafile;
}

/** Parts that are loaded lazily and have much in common, and the modules that all of them load. */
interface Group {
  parts: readonly BundlePart[];
  modules: readonly string[];
}

/** The SDK's parts and ours, which share nothing. */
function groupsOf({ inputs, outputs }: Metafile): Group[] {
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  const lazy = new Set(imports.flatMap(({ kind, path }) => (kind === 'dynamic-import' ? [path] : [])));
  const parts = bundleParts(outputs).filter(({ module }) => lazy.has(module));
  const ofSdk = parts.filter(({ modules }) =>
    [...modules].some((module) => /(?:^|\/)node_modules\/@(?:aws-sdk|smithy)\//.test(module)),
  );
  const ours = parts.filter((part) => part.module.startsWith('src/') && !ofSdk.includes(part));
  return [ofSdk, ours].map((group) => ({ parts: group, modules: worthSharing(outputs, group) }));
}

function worthSharing(outputs: Metafile['outputs'], parts: readonly BundlePart[]): string[] {
  const chunks = Object.entries(outputs).flatMap(([path, { bytes, entryPoint }]) => {
    const users = parts.filter(({ files }) => files.has(path)).map(({ module }) => featureOf(module) ?? module);
    // What is one feature's own stays so.
    const isShared = entryPoint === undefined && new Set(users).size > 1;
    return isShared && (bytes < large || users.length > parts.length / 2) ? [path] : [];
  });
  // One that needs a chunk that is left out would bring that with it.
  const closed = chunks.filter((path) => [...filesLoadedWith(outputs, path)].every((file) => chunks.includes(file)));
  const modules = closed.flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
  return modules.filter((module) => /^[^:]+\.[jt]s$/.test(module));
}

/** Puts a module in front of each part that imports what its group shares. */
function loadedTogether(metafile: Metafile, root: string): Plugin {
  const groups = groupsOf(metafile);
  const groupOf = new Map(groups.flatMap(({ parts }, index) => parts.map(({ module }) => [module, index])));
  const targets = new Map<string, string>();
  const specifiers = new Set<string>();
  for (const [importer, { imports }] of Object.entries(metafile.inputs)) {
    for (const { kind, original = '', path } of imports) {
      if (kind !== 'dynamic-import' || !groupOf.has(path)) continue;
      targets.set(`${resolve(root, importer)} ${original}`, path);
      specifiers.add(original.replaceAll(/\W/g, String.raw`\$&`));
    }
  }
  const sharedBy = 'shared-by-group';
  return {
    name: 'loaded-together',
    setup(bundler) {
      bundler.onResolve({ filter: new RegExp(`^(?:${[...specifiers].join('|')})$`) }, ({ importer, kind, path }) => {
        const target = kind === 'dynamic-import' ? targets.get(`${importer} ${path}`) : undefined;
        return target === undefined ? undefined : { path: target, namespace: standIn };
      });
      bundler.onLoad({ filter: /./, namespace: standIn }, ({ path }) => ({
        resolveDir: root,
        contents: `${unusedImports([`${sharedBy}:${groupOf.get(path)}`])}export * from './${path}';`,
      }));
      bundler.onResolve({ filter: new RegExp(`^${sharedBy}:`) }, ({ path }) => ({
        path: path.slice(sharedBy.length + 1),
        namespace: sharedBy,
      }));
      bundler.onLoad({ filter: /./, namespace: sharedBy }, ({ path }) => ({
        resolveDir: root,
        contents: unusedImports((groups[Number(path)]?.modules ?? []).map((module) => `./${module}`)),
      }));
    },
  };
}

/** An import whose names nobody uses keeps nothing alive, but counts for what is loaded together. */
function unusedImports(specifiers: readonly string[]): string {
  return specifiers
    .map((specifier, index) => `import * as unused${index} from ${JSON.stringify(specifier)};\n`)
    .join('');
}
