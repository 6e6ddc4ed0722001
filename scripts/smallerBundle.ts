import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

const table = resolve(import.meta.dirname, '../src/ui/commandTable.ts');
const commandModule = /import\('\.\/(\w+)\/((?:\w+\/)*)(\w+)\.ts'\)/g;
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
      contents: (await source).replace(commandModule, `import('${scheme}$1').then((all) => all.$3)`),
    }));
    bundler.onResolve({ filter: new RegExp(`^${scheme}`) }, ({ path }) => ({
      path: path.slice(scheme.length),
      namespace: 'commands-of',
    }));
    bundler.onLoad({ filter: /./, namespace: 'commands-of' }, async ({ path: feature }) => ({
      resolveDir: dirname(table),
      contents: [...(await source).matchAll(commandModule)]
        .filter(([, folder]) => folder === feature)
        .map(([, folder, rooms, name]) => `export * as ${name} from './${folder}/${rooms}${name}.ts';`)
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

/**
 * Clients whose errors are only told apart by name. An error without a class is one of the service's base class with the
 * same name, message and status: so the SDK treats all errors that its models do not know.
 */
const namesErrorsOnly = /[\\/]client-(?!ecs|cloudwatch-logs|sts|sso-oidc)[\w-]+[\\/]/;
const registration = /^n\d_registry\.registerError\(.*\);$/gm;

/**
 * The SDK's schemas name the keys of their traits by constants. Written out, esbuild sees that making a schema has no
 * effect, and leaves out those of operations that nothing here sends: of S3, for one, all but a few.
 */
export const schemasThatShake: Plugin = {
  name: 'schemas-that-shake',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]@aws-sdk[\\/].*[\\/]schemas[\\/]schemas_\d+\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const keys = new Map(
        [...source.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm)].map(([, name, text]) => [name, text]),
      );
      const written = source.replace(/\[(_\w+)\]:/g, (_, name: string) => `${keys.get(name) ?? `[${name}]`}:`);
      return { loader: 'js', contents: namesErrorsOnly.test(path) ? written.replace(registration, '') : written };
    });
  },
};
