import { randomBytes } from 'node:crypto';
import { hostEnvironment } from './hostEnvironment.ts';
import type { HostVersion } from './hostVersions.ts';
import { installCodeServer, type InstalledHost } from './installCodeServer.ts';
import { installFolders, installPackages } from './installExtensions.ts';
import { startLeashed, type LeashedProcess } from './leash.ts';
import { createScratchProfile, type ScratchProfile } from './scratchProfile.ts';

export interface ServerOptions {
  readonly version?: HostVersion;
  /** Added to the environment of the extension host; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** User settings, written before the server starts. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A scratch profile that the caller has put something into; it goes with the server, as one made here does. */
  readonly profile?: ScratchProfile;
  /** Extensions to install before the server starts: folders that are used where they lie, and packaged files. */
  readonly extensions?: readonly string[];
  /** Opens the server to the address parameters that name an extension under development and its tests. */
  readonly forTests?: boolean;
  /** Opens folders in Restricted Mode until the person trusts them. Off: every folder is trusted. */
  readonly askForTrust?: boolean;
  /** Admits only those who know `token`: for a window on a person's real account. */
  readonly requireToken?: boolean;
  /** The port to listen on; by default one that is free. */
  readonly port?: number;
  readonly tell?: (line: string) => void;
}

/** A running VS Code server with a scratch profile. */
export interface HostServer {
  readonly version: HostVersion;
  readonly pid: number;
  /** Host and port, also the authority of its `vscode-remote` addresses. */
  readonly authority: string;
  readonly token: string | undefined;
  readonly profile: ScratchProfile;
  /** Settles when the server ended, with its exit code. */
  readonly exited: Promise<number>;
  /** What the server printed so far. */
  output(): string;
  /** Ends the server and everything in it and removes the scratch profile. */
  close(): Promise<void>;
}

/** A guard against hanging, many times what it takes. */
const startLimitMs = 180_000;

/** Starts the npm-only VS Code (installing it on first use) and returns when it listens. */
export async function startServer(options: ServerOptions = {}): Promise<HostServer> {
  const version = options.version ?? 'newest';
  const host = await installCodeServer(version, options.tell);
  const profile = options.profile ?? (await createScratchProfile(options.settings));
  const env = hostEnvironment(profile, options.env);
  const [packages, folders] = partition(options.extensions ?? [], (path) => path.endsWith('.vsix'));
  await installFolders(profile, folders);
  await installPackages(host, profile, packages, commonArguments(profile), env);
  const token = options.requireToken ? randomBytes(16).toString('hex') : undefined;
  const server = startLeashed(host.node, serverArguments(host, profile, token, options), {
    env,
    removeAfter: profile.root,
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const port = await listeningPort(server, options.port, () => output);
  return {
    version,
    pid: server.pid,
    authority: `127.0.0.1:${port}`,
    token,
    profile,
    exited: server.exited,
    output: () => output,
    close: () => server.end(),
  };
}

function serverArguments(
  host: InstalledHost,
  profile: ScratchProfile,
  token: string | undefined,
  options: ServerOptions,
): string[] {
  return [
    host.serverMain,
    '--host=127.0.0.1',
    `--port=${options.port ?? 0}`,
    token === undefined ? '--without-connection-token' : `--connection-token=${token}`,
    // Without it a built client ignores the extension and the suite that the address names; with it some editions
    // show no notifications.
    ...(options.forTests ? ['--enable-smoke-test-driver'] : []),
    // The user's shell is not asked for its environment: the one given here is the one meant.
    '--force-disable-user-env',
    ...commonArguments(profile),
    ...(options.askForTrust ? [] : ['--disable-workspace-trust']),
  ];
}

function commonArguments(profile: ScratchProfile): string[] {
  return [
    '--accept-server-license-terms',
    `--user-data-dir=${profile.userData}`,
    `--server-data-dir=${profile.userData}`,
    `--extensions-dir=${profile.extensions}`,
    '--telemetry-level=off',
  ];
}

function partition(paths: readonly string[], isFirst: (path: string) => boolean): [string[], string[]] {
  return [paths.filter(isFirst), paths.filter((path) => !isFirst(path))];
}

async function listeningPort(
  server: LeashedProcess,
  wanted: number | undefined,
  output: () => string,
): Promise<number> {
  try {
    return await new Promise<number>((resolve, reject) => {
      const fail = (what: string): void => reject(new Error(`VS Code ${what}.\n${output()}`));
      const limit = setTimeout(() => fail(`did not start within ${startLimitMs / 1000} seconds`), startLimitMs);
      void server.exited.then((code) => fail(`ended with ${code} before it listened`));
      const look = (): void => {
        const port = /Extension host agent listening on (\d+)/.exec(output())?.[1];
        // It says so and stays, listening nowhere.
        const taken = wanted !== undefined && /\bEADDRINUSE\b/.test(output());
        if (taken) reject(new Error(`Port ${wanted} is in use by another program: choose another, or leave it out.`));
        if (port === undefined && !taken) return;
        clearTimeout(limit);
        resolve(Number(port));
      };
      for (const stream of [server.stdout, server.stderr]) stream.on('data', look);
    });
  } catch (error) {
    await server.end();
    throw error;
  }
}
