import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

const table = resolve(import.meta.dirname, '../src/ui/commandTable.ts');
const commandModule = /import\('\.\/(\w+)\/(\w+)\.ts'\)/g;
const scheme = 'commands-of:';

/**
 * Puts the commands of one feature folder into one chunk. A chunk for each command, and one for every set of commands
 * that share something, are more than a hundred tiny files: slow to open one after the other, and bad to compress.
 */
export const commandsByFeature: Plugin = {
  name: 'commands-by-feature',
  setup(bundler) {
    const source = readFile(table, 'utf8');
    bundler.onLoad({ filter: /[\\/]src[\\/]ui[\\/]commandTable\.ts$/ }, async () => ({
      loader: 'ts',
      contents: (await source).replace(commandModule, `import('${scheme}$1').then((all) => all.$2)`),
    }));
    bundler.onResolve({ filter: new RegExp(`^${scheme}`) }, ({ path }) => ({
      path: path.slice(scheme.length),
      namespace: 'commands-of',
    }));
    bundler.onLoad({ filter: /./, namespace: 'commands-of' }, async ({ path: feature }) => ({
      resolveDir: dirname(table),
      contents: [...(await source).matchAll(commandModule)]
        .filter(([, folder]) => folder === feature)
        .map(([, folder, name]) => `export * as ${name} from './${folder}/${name}.ts';`)
        .join('\n'),
    }));
  },
};

/** The SDK's clients read the version, and nothing else, of their package.json, and would carry all of it. */
export const versionAlone: Plugin = {
  name: 'version-alone',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]@aws-sdk[\\/][^\\/]+[\\/]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { loader: 'json', contents: JSON.stringify({ version }) };
    });
  },
};
