import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { cachedFolder } from './cacheFolder.ts';

/** A browser to launch and what it needs in its environment. */
export interface BrowserProgram {
  readonly executable: string;
  readonly env: NodeJS.ProcessEnv;
}

const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-webgl',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--disk-cache-size=33554432',
];

let program: Promise<BrowserProgram> | undefined;

/**
 * Launches a headless Chromium: the one that `ECS_WORKBENCH_CHROMIUM` names, else the one from npm, else one that is
 * installed on the system. It ends with this process.
 */
export async function launchChromium(): Promise<Browser> {
  const { executable, env } = await prepareChromium();
  return chromium.launch({
    executablePath: executable,
    args: launchArguments,
    env: { ...process.env, ...env },
  });
}

/** Finds the Chromium to launch, unpacking the one from npm on first use. */
export async function prepareChromium(): Promise<BrowserProgram> {
  program ??= findChromium();
  return program;
}

async function findChromium(): Promise<BrowserProgram> {
  const named = process.env.ECS_WORKBENCH_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`ECS_WORKBENCH_CHROMIUM names ${named}, which does not exist.`);
    return { executable: named, env: {} };
  }
  const fromNpm = process.platform === 'linux' && process.arch === 'x64' ? await chromiumFromNpm() : undefined;
  const found = fromNpm ?? systemChromium();
  if (found) return found;
  throw new Error('No Chromium to run: install one, or name one in ECS_WORKBENCH_CHROMIUM.');
}

function systemChromium(): BrowserProgram | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const executable = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  return executable === undefined ? undefined : { executable, env: {} };
}

async function chromiumFromNpm(): Promise<BrowserProgram | undefined> {
  const source = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
  const folder = await cachedFolder(`chromium-${version}-r1`, (partial) => unpack(join(source, 'bin'), partial));
  const executable = join(folder, 'chromium');
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  // The package carries the system libraries that a bare machine lacks; a machine's own are better where it has them.
  const bundled = { ...env, LD_LIBRARY_PATH: join(folder, 'lib') };
  for (const candidate of [env, bundled])
    if (await starts(executable, candidate)) return { executable, env: candidate };
  return undefined;
}

async function starts(executable: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  return promisify(execFile)(executable, ['--version'], { env: { ...process.env, ...env } }).then(
    () => true,
    () => false,
  );
}

async function unpack(source: string, folder: string): Promise<void> {
  await pipeline(
    createReadStream(join(source, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(folder, 'chromium')),
  );
  chmodSync(join(folder, 'chromium'), 0o755);
  untar(join(source, 'al2023.tar.br'), folder);
  untar(join(source, 'fonts.tar.br'), folder);
  await writeFontConfiguration(folder);
}

function untar(archive: string, folder: string): void {
  const input = brotliDecompressSync(readFileSync(archive));
  const tar = spawnSync('tar', ['-xf', '-', '-C', folder], { input });
  if (tar.status !== 0)
    throw new Error(`${archive} could not be unpacked: ${tar.error?.message ?? String(tar.stderr)}`);
}

// The system's fonts first; the bundled one, so that a machine without any still shows text.
async function writeFontConfiguration(folder: string): Promise<void> {
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`,
  );
}
