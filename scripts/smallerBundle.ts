import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

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
