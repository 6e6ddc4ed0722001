import { build, type Plugin } from 'esbuild';
import { readdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface BuildOptions {
  /** Keeps names and adds source maps, for debugging. */
  debug?: boolean;
}

/**
 * Bundles the extension and the headless linter into `dist/`: a small entry for each, and everything else in chunks that are loaded when needed. ESM,
 * because only ESM can be split.
 */
export async function buildExtension({ debug = false }: BuildOptions = {}): Promise<void> {
  const { metafile } = await build({
    entryPoints: { extension: 'src/extension.ts', lint: 'src/lint/main.ts' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: ['vscode'],
    plugins: [networkThroughVSCode],
    minify: !debug,
    keepNames: debug,
    sourcemap: debug,
    chunkNames: 'chunks/[name]-[hash]',
    // `@vscode/l10n` is CommonJS and asks for Node's own modules with `require`, which an ES module does not have.
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    mainFields: ['module', 'main'],
    alias: {
      // The SDK's guess of the browser, which there is none of here.
      bowser: './scripts/nothing.ts',
      // Identity pools are for apps; no profile, and nothing else that the credential chain reads, can name one.
      '@aws-sdk/credential-provider-cognito-identity': './scripts/nothing.ts',
    },
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  });
  await removeOthers(new Set(Object.keys(metafile.outputs).map((path) => resolve(path))));
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
