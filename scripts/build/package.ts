import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { buildExtension } from './build.ts';
import { packedMarkdown } from './packedMarkdown.ts';

const repository = resolve(import.meta.dirname, '../..');
const prepared = 'artifacts/package';

/** Builds and packs the extension as `ecs-workbench-<version>.vsix` in the repository's folder; returns its path. */
export async function packageExtension(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as Record<string, string>;
  const packagePath = join(repository, `${manifest.name}-${manifest.version}.vsix`);
  await buildExtension();
  await createVSIX({
    cwd: repository,
    packagePath,
    // What the extension needs is in dist; node_modules stays out.
    dependencies: false,
    ...(manifest.repository ? {} : await withoutRepository()),
  });
  return packagePath;
}

/** The packager's options while the manifest names no repository, to whose pages it would lead relative links. */
async function withoutRepository(): Promise<Parameters<typeof createVSIX>[0]> {
  await mkdir(join(repository, prepared), { recursive: true });
  for (const name of ['README.md', 'CHANGELOG.md']) {
    await writeFile(join(repository, prepared, name), packedMarkdown(await readFile(join(repository, name), 'utf8')));
  }
  const ignore = await readFile(join(repository, '.vscodeignore'), 'utf8');
  await writeFile(
    join(repository, prepared, 'ignore'),
    ignore.replace(/^!CHANGELOG\.md$/m, `!${prepared}/CHANGELOG.md`),
  );
  return {
    allowMissingRepository: true,
    readmePath: `${prepared}/README.md`,
    changelogPath: `${prepared}/CHANGELOG.md`,
    ignoreFile: join(repository, prepared, 'ignore'),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await packageExtension();
