import { cp, mkdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildExtension } from '../../scripts/build/build.ts';
import { openInDesktop } from './desktopSession.ts';
import { findDesktopVSCode } from './desktop.ts';
import { createScratchProfile, type ScratchProfile } from './scratchProfile.ts';
import { startServer } from './serverProcess.ts';
import { startGuide } from './startGuide.ts';
import { parseStartOptions, startUsage, type StartOptions } from './startOptions.ts';
import { startShop } from './startShop.ts';
import { windowAddress } from './window.ts';

/**
 * `npm start`: VS Code with the extension on a simulated AWS account and a sample workspace, or with `--real` on the
 * person's own account. Ends cleanly on Ctrl-C, whenever it comes.
 */
const repository = resolve(import.meta.dirname, '../..');
const tell = (line: string): void => console.log(line);
/** What has to be put away at the end, the newest first. */
const leftovers: (() => Promise<unknown>)[] = [];

const interrupted = untilInterrupted();
process.exitCode = await Promise.race([start(process.argv.slice(2)), interrupted]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});
for (const putAway of leftovers.toReversed()) await putAway();
process.exit();

/** Runs until VS Code ends; returns its exit code. Throws with a sentence for the person. */
async function start(words: string[]): Promise<number> {
  const options = readOptions(words);
  if (options.help) {
    tell(startUsage);
    return 0;
  }
  tell('Building the extension …');
  await buildExtension();
  const profile = await createScratchProfile({
    'workbench.colorTheme': 'Default Dark Modern',
    'window.autoDetectColorScheme': true,
  });
  leftovers.push(() => rm(profile.root, { recursive: true, force: true, maxRetries: 3 }));
  const env = options.real ? realEnvironment() : await simulatedEnvironment(profile, options.speed);
  const folder = options.folder ?? (await sampleWorkspace(profile));
  const desktop = await findDesktopVSCode('newest');
  const session = { repository, folder, profile, env, askForTrust: options.real };
  const window =
    desktop === undefined ? await openInBrowser(options, folder, profile, env) : openInDesktop(desktop, session);
  leftovers.push(() => window.end());
  tell(startGuide(options.real));
  return window.exited;
}

function readOptions(words: string[]): StartOptions {
  try {
    return parseStartOptions(words);
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${startUsage}`, { cause: error });
  }
}

/** Starts the simulated account; returns the environment that leads there. */
async function simulatedEnvironment(profile: ScratchProfile, speed: number): Promise<Readonly<Record<string, string>>> {
  const shop = await startShop(profile, speed);
  leftovers.push(() => shop.close());
  return shop.env;
}

/** Starts the VS Code server that npm carries and prints the address to open. */
async function openInBrowser(
  { real, port }: StartOptions,
  folder: string,
  profile: ScratchProfile,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ exited: Promise<number>; end(): Promise<void> }> {
  const extensions = [repository];
  const server = await startServer({ env, profile, port, extensions, requireToken: real, askForTrust: real, tell });
  const address = windowAddress(server, { folder, extension: { developmentPath: repository } });
  tell(`\nOpen this address in a browser:\n\n  ${address}\n`);
  return { exited: server.exited, end: () => server.close() };
}

/** A copy, so that what is tried out leaves the repository as it is. */
async function sampleWorkspace(scratch: ScratchProfile): Promise<string> {
  const target = join(scratch.root, 'shop');
  await mkdir(target, { recursive: true });
  await cp(join(repository, 'test/workspace'), target, { recursive: true });
  return target;
}

/** The person's own AWS configuration, which the scratch profile would hide. */
function realEnvironment(): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name]) => /^(AWS_|NODE_EXTRA_CA_CERTS$)/.test(name));
  return {
    ...Object.fromEntries(own),
    HOME: homedir(),
    AWS_CONFIG_FILE: process.env['AWS_CONFIG_FILE'] ?? join(homedir(), '.aws/config'),
    AWS_SHARED_CREDENTIALS_FILE: process.env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(homedir(), '.aws/credentials'),
    AWS_EC2_METADATA_DISABLED: process.env['AWS_EC2_METADATA_DISABLED'],
  };
}

/** Settles on the first request to end; a second one no longer waits for things to be put away. */
function untilInterrupted(): Promise<number> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        tell('\nEnding …');
        done(0);
      });
    }
  });
}
