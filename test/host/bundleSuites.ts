import { glob } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const repository = resolve(import.meta.dirname, '../..');

/** Bundles the suites that match `pattern` with their runner into one module that VS Code can load; returns its path. */
export async function bundleSuites(outfile: string, pattern = 'test/editor/*.test.ts'): Promise<string> {
  const suites: string[] = [];
  for await (const path of glob(pattern, { cwd: repository })) suites.push(path);
  suites.sort();
  await build({
    stdin: { contents: entry(suites), resolveDir: repository, sourcefile: 'suites.ts', loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    external: ['vscode'],
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
  });
  return outfile;
}

function entry(suites: readonly string[]): string {
  const imports = suites.map((path) => `  ${JSON.stringify(basename(path))}: () => import('./${slashed(path)}'),`);
  return [
    `import { runSuites } from './test/editor/support/runSuites.ts';`,
    `export const run = () => runSuites({`,
    ...imports,
    `});`,
  ].join('\n');
}

function slashed(path: string): string {
  return relative('.', path).replaceAll('\\', '/');
}
