import { cp, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension } from '../../scripts/build.ts';
import { openInDesktop } from './desktopSession.ts';
import { findDesktopVSCode } from './desktop.ts';
import { createScratchProfile, type ScratchProfile } from './scratchProfile.ts';
import { startServer } from './serverProcess.ts';
import { startShop } from './startShop.ts';
import { windowAddress } from './window.ts';

/**
 * `npm start`: VS Code with the extension on a simulated AWS account and a sample workspace, or with `--real` on the
 * person's own account. Ends cleanly on Ctrl-C.
 */
const { values } = parseArgs({
  options: {
    real: { type: 'boolean', default: false },
    port: { type: 'string' },
    folder: { type: 'string' },
    speed: { type: 'string', default: '4' },
  },
});

const repository = resolve(import.meta.dirname, '../..');
const tell = (line: string): void => console.log(line);

tell('Building the extension …');
await buildExtension();
const profile = await createScratchProfile(startSettings());
const account = values.real ? undefined : await startShop(profile, Number(values.speed));
const folder = values.folder ? resolve(values.folder) : await sampleWorkspace(profile);
const env = account?.env ?? realEnvironment();
const desktop = await findDesktopVSCode('newest');
const ended =
  desktop === undefined ? await openInBrowser() : openInDesktop(desktop, { repository, folder, profile, env });

tell(guide(values.real));
const code = await Promise.race([ended.exited, untilInterrupted()]);
tell('\nEnding …');
await ended.end();
await account?.close();
process.exit(typeof code === 'number' ? code : 0);

/** Starts the VS Code server that npm carries and prints the address to open. */
async function openInBrowser(): Promise<{ exited: Promise<number>; end(): Promise<void> }> {
  const port = values.port === undefined ? undefined : Number(values.port);
  const extensions = [repository];
  const server = await startServer({
    env,
    profile,
    port,
    extensions,
    requireToken: values.real,
    askForTrust: values.real,
    tell,
  });
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
  const own = Object.entries(process.env).filter(([name]) => name.startsWith('AWS_'));
  return {
    ...Object.fromEntries(own),
    HOME: homedir(),
    AWS_CONFIG_FILE: process.env['AWS_CONFIG_FILE'] ?? join(homedir(), '.aws/config'),
    AWS_SHARED_CREDENTIALS_FILE: process.env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(homedir(), '.aws/credentials'),
    AWS_EC2_METADATA_DISABLED: process.env['AWS_EC2_METADATA_DISABLED'],
  };
}

function startSettings(): Record<string, unknown> {
  return { 'workbench.colorTheme': 'Default Dark Modern', 'window.autoDetectColorScheme': true };
}

function guide(real: boolean): string {
  const try1 = real
    ? ['1. Choose the ECS icon in the activity bar; the status bar shows profile and Region.']
    : [
        '1. Choose the ECS icon in the activity bar and open shop-dev-cluster: services, tasks, containers.',
        '2. Open checkout/task-definition.json: its mistakes are underlined; the light bulb repairs them.',
        '3. Choose “Register Revision” in the editor title: see the difference, confirm, then “Deploy…”.',
        '4. Right-click a service and choose “Stream Logs”.',
        '5. In shop-staging-cluster, checkout is in the middle of a failing deployment: choose “Show Deployment”.',
      ];
  const note = real
    ? 'This is your own AWS account: nothing changes without your consent.'
    : 'Nothing here is real AWS.';
  return ['Try:', ...try1.map((line) => `  ${line}`), '', `${note} End with Ctrl-C.`].join('\n');
}

function untilInterrupted(): Promise<string> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done(signal));
  });
}
