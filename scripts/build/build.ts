import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bundleReports } from './bundleParts.ts';
import { bundleInFewChunks } from './fewChunks.ts';

export interface BuildExtensionOptions {
  /** Keeps names and adds source maps, for debugging. */
  debug?: boolean;
}

/** The bundles of `dist/`; what is in them stands in `artifacts/bundles`, as esbuild says it. */
const bundles: Readonly<Record<string, (options: BuildOptions) => Promise<Metafile>>> = {
  node: bundleForNode,
  lint: bundleLinter,
  pages: bundlePages,
};

/** Bundles everything into `dist/`. */
export async function buildExtension({ debug = false }: BuildExtensionOptions = {}): Promise<void> {
  const options: BuildOptions = {
    outdir: 'dist',
    bundle: true,
    minify: !debug,
    keepNames: debug,
    sourcemap: debug,
    legalComments: 'none',
    logLevel: 'warning',
  };
  const built = new Set<string>();
  await rm(bundleReports, { recursive: true, force: true });
  await mkdir(bundleReports, { recursive: true });
  for (const [name, bundle] of Object.entries(bundles)) {
    const metafile = await bundle(options);
    for (const path of Object.keys(metafile.outputs)) built.add(resolve(path));
    await writeFile(join(bundleReports, `${name}.json`), JSON.stringify(metafile));
  }
  await removeOthers(built);
}

/** `@vscode/l10n` is CommonJS and asks for Node's own modules with `require`, which an ES module does not have. */
const withRequire = { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" };

/** The headless linter in one file, which starts fast and can be copied anywhere. */
async function bundleLinter(options: BuildOptions): Promise<Metafile> {
  const { metafile } = await build({
    ...options,
    entryPoints: { lint: 'src/lint/main.ts' },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: withRequire,
    mainFields: ['module', 'main'],
    metafile: true,
  });
  return metafile;
}

/**
 * The extension: a small entry, and everything else in chunks that are loaded when needed. ESM, because only ESM can be split.
 */
function bundleForNode(options: BuildOptions): Promise<Metafile> {
  const absent = join(import.meta.dirname, 'absent.ts');
  return bundleInFewChunks({
    ...options,
    entryPoints: { extension: 'src/extension.ts' },
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: ['vscode'],
    plugins: [networkThroughVSCode],
    chunkNames: 'chunks/[name]-[hash]',
    banner: withRequire,
    mainFields: ['module', 'main'],
    alias: {
      // The SDK's guess of the browser, which there is none of here.
      bowser: absent,
      // Identity pools are for apps; no profile, and nothing else that the credential chain reads, can name one.
      '@aws-sdk/credential-provider-cognito-identity': absent,
    },
  });
}

/** The pages of the panels: for each `<name>Page.ts` one script and the styles that it imports, in `dist/webview`. */
async function bundlePages(options: BuildOptions): Promise<Metafile> {
  const pages = globSync('src/ui/*/*/page/*Page.ts').map((page) => ({ in: page, out: basename(page, 'Page.ts') }));
  const { metafile } = await build({
    ...options,
    sourcemap: options.sourcemap && 'inline',
    entryPoints: pages,
    outdir: 'dist/webview',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
  });
  return metafile;
}

/** Takes what an earlier build left away only now, so that a window that runs on `dist` finds its chunks all the while. */
async function removeOthers(built: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir('dist', { recursive: true, withFileTypes: true })) {
    const path = resolve(entry.parentPath, entry.name);
    if (entry.isFile() && !built.has(path)) await rm(path, { force: true });
  }
}

/**
 * VS Code gives an extension its proxy and certificates by answering `require` of these modules; an `import` would get
 * Node's own and go past them. The name without `node:` is the one that it knows.
 */
const networkThroughVSCode: Plugin = {
  name: 'network-through-vs-code',
  setup(bundler) {
    const namespace = 'network-through-vs-code';
    bundler.onResolve({ filter: /^(node:)?(https?|tls|net)$/ }, ({ path, namespace: from }) =>
      from === namespace ? { path, external: true } : { path: path.replace('node:', ''), namespace },
    );
    bundler.onLoad({ filter: /./, namespace }, ({ path }) => ({ contents: `module.exports = require('${path}');` }));
  },
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildExtension({ debug: process.argv.includes('--debug') });
}
