import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credential } from './credentials.ts';
import type { SimulatedAccount } from './simulatedAccount.ts';

/** One profile of the written files. */
export interface AwsProfile {
  name: string;
  region: string;
  credential: Credential;
  /** Assumes this role with the keys of `credential`'s profile, which must be written too. */
  role?: { arn: string; sourceProfile: string };
}

/** Environment that makes the SDK and the CLI read these files and nothing else. */
export interface AwsEnvironment {
  AWS_CONFIG_FILE: string;
  AWS_SHARED_CREDENTIALS_FILE: string;
}

/**
 * Writes `config` and `credentials` into `dir`, each profile with an `endpoint_url` that names the server. Without `profiles`: `default` for the
 * first account in `region`, and one for each account by its alias (or its id). AWS_ENDPOINT_URL is left alone on purpose: profiles must do.
 */
export async function writeAwsFiles(
  dir: string,
  simulation: SimulatedAccount,
  profiles: readonly AwsProfile[] = defaultProfiles(simulation),
): Promise<AwsEnvironment> {
  await mkdir(dir, { recursive: true });
  const config = profiles.map((profile) => configSection(profile, simulation.url)).join('\n');
  const credentials = profiles.filter((profile) => !profile.role).map(credentialsSection);
  const environment = { AWS_CONFIG_FILE: join(dir, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(dir, 'credentials') };
  await writeFile(environment.AWS_CONFIG_FILE, config);
  await writeFile(environment.AWS_SHARED_CREDENTIALS_FILE, credentials.join('\n'), { mode: 0o600 });
  return environment;
}

function defaultProfiles(simulation: SimulatedAccount): AwsProfile[] {
  const named = simulation.world.accounts().map((account) => ({
    name: account.alias || account.id,
    region: account.regions()[0]?.name ?? 'eu-west-1',
    credential: account.credential,
  }));
  return [{ ...(named[0] as AwsProfile), name: 'default' }, ...named];
}

function configSection({ name, region, role }: AwsProfile, url: string): string {
  const heading = name === 'default' ? 'default' : `profile ${name}`;
  const lines = [`[${heading}]`, `region = ${region}`, `endpoint_url = ${url}`];
  if (role) lines.push(`role_arn = ${role.arn}`, `source_profile = ${role.sourceProfile}`);
  return `${lines.join('\n')}\n`;
}

function credentialsSection({ name, credential }: AwsProfile): string {
  const lines = [
    `[${name}]`,
    `aws_access_key_id = ${credential.accessKeyId}`,
    `aws_secret_access_key = ${credential.secretAccessKey}`,
  ];
  if (credential.sessionToken !== undefined) lines.push(`aws_session_token = ${credential.sessionToken}`);
  return `${lines.join('\n')}\n`;
}
