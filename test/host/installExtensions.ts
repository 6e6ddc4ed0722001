import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { InstalledHost } from './installCodeServer.ts';
import type { ScratchProfile } from './scratchProfile.ts';

/**
 * Makes extensions known to a profile where they lie, unpacked, as if they had been installed. A window opened this way
 * is an ordinary one; one that is told of an extension under development is not (newer editions keep notifications from it).
 */
export async function installFolders(profile: ScratchProfile, folders: readonly string[]): Promise<void> {
  if (folders.length === 0) return;
  const entries = await Promise.all(folders.map(describeExtension));
  await writeFile(join(profile.extensions, 'extensions.json'), JSON.stringify(entries));
}

async function describeExtension(folder: string): Promise<unknown> {
  const path = resolve(folder);
  const manifest = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as Record<string, string>;
  return {
    identifier: { id: `${manifest.publisher}.${manifest.name}` },
    version: manifest.version,
    location: { $mid: 1, path, scheme: 'file' },
    metadata: {},
  };
}

/** Installs packaged extensions with VS Code's own command line. */
export async function installPackages(
  host: InstalledHost,
  profile: ScratchProfile,
  packages: readonly string[],
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  if (packages.length === 0) return;
  const install = packages.flatMap((path) => ['--install-extension', resolve(path)]);
  const { stdout, stderr } = await promisify(execFile)(host.node, [host.serverMain, ...install, ...args], { env });
  const installed = await readFile(join(profile.extensions, 'extensions.json'), 'utf8').catch(() => '[]');
  if ((JSON.parse(installed) as unknown[]).length < packages.length) {
    throw new Error(`VS Code did not install ${packages.join(', ')}.\n${stdout}${stderr}`);
  }
}
