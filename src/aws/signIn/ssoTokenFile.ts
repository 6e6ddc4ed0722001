import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { awsFilePaths } from '../profile/awsFilePaths.ts';
import type { SsoSession } from '../profile/ssoSession.ts';

/** What sign-in brings. Times are epoch milliseconds. */
export interface SsoToken {
  accessToken: string;
  expiresAt: number;
  refreshToken: string | undefined;
  clientId: string;
  clientSecret: string;
  registrationExpiresAt: number;
}

/**
 * The file of a session's token: the one that the SDK and the AWS CLI read and refresh.
 * Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html
 */
export function ssoTokenFile(session: SsoSession): string {
  const name = createHash('sha1').update(session.name).digest('hex');
  return join(awsFilePaths().ssoCache, `${name}.json`);
}

/**
 * Writes the token of a sign-in so that a reader sees the old or the new one whole, and nobody else can read it. It is
 * refreshed where it is used: see `refreshCredentials.ts`.
 */
export async function writeSsoToken(session: SsoSession, token: SsoToken): Promise<void> {
  const file = ssoTokenFile(session);
  const { accessToken, refreshToken, clientId, clientSecret } = token;
  const content = {
    startUrl: session.startUrl,
    region: session.region,
    accessToken,
    expiresAt: seconds(token.expiresAt),
    clientId,
    clientSecret,
    registrationExpiresAt: seconds(token.registrationExpiresAt),
    ...(refreshToken === undefined ? {} : { refreshToken }),
  };
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(beside, JSON.stringify(content), { mode: 0o600 });
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}

/** The CLI's form: UTC without fractions of a second. */
function seconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
