import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchSharedConfig } from '../../src/aws/profile/configFiles.ts';
import { Connection, type ConnectionOptions } from '../../src/aws/connection/connection.ts';
import { type ConnectionRequest, resolveConnectionSpec } from '../../src/aws/profile/connectionSpec.ts';
import type { Credential } from '../simulator/credentials.ts';

/** One profile to write: its key, and further lines of its section. */
export interface ProfileToWrite {
  credential?: Credential;
  settings?: Record<string, string>;
}

/** A scratch pair of AWS configuration files that this process uses until `remove`. */
export async function useAwsFiles(
  profiles: Record<string, ProfileToWrite>,
  sessions: Record<string, Record<string, string>> = {},
): Promise<{ remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ecs-aws-'));
  const config = Object.entries(profiles).map(([name, profile]) => section(`profile ${name}`, profile.settings ?? {}));
  const keys = Object.entries(profiles).flatMap(([name, { credential }]) =>
    credential ? [section(name, keysOf(credential))] : [],
  );
  for (const [name, settings] of Object.entries(sessions)) config.push(section(`sso-session ${name}`, settings));
  await writeFile(join(folder, 'config'), config.join('\n'));
  await writeFile(join(folder, 'credentials'), keys.join('\n'));
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  process.env['AWS_CONFIG_FILE'] = join(folder, 'config');
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(folder, 'credentials');
  return {
    remove: async () => {
      for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
      Object.assign(process.env, before);
      await rm(folder, { recursive: true });
    },
  };
}

/** A connection as the extension makes it, from the configuration files that are in use. */
export async function connectTo(
  request: Partial<ConnectionRequest>,
  options: ConnectionOptions = {},
): Promise<Connection> {
  const spec = resolveConnectionSpec({ trusted: true, ...request }, process.env, await fetchSharedConfig());
  return new Connection(spec, options);
}

function keysOf(credential: Credential): Record<string, string> {
  return {
    aws_access_key_id: credential.accessKeyId,
    aws_secret_access_key: credential.secretAccessKey,
    ...(credential.sessionToken ? { aws_session_token: credential.sessionToken } : {}),
  };
}

function section(name: string, settings: Record<string, string>): string {
  return [`[${name}]`, ...Object.entries(settings).map(([key, value]) => `${key} = ${value}`), ''].join('\n');
}
