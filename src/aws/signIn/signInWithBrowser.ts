import { createHash, randomBytes } from 'node:crypto';
import { AwsError, toAwsError } from '../errors.ts';
import { redirectPath, startLoopback } from './loopback.ts';
import type { SsoClient } from './ssoClient.ts';
import type { SsoSession } from '../profile/ssoSession.ts';
import type { SsoToken } from './ssoTokenFile.ts';

/** Milliseconds until a page that nobody confirms is given up; the AWS CLI waits as long. */
const defaultPatience = 600_000;

/** What the page says when the browser comes back. */
export interface BrowserPages {
  done: string;
  failed: string;
}

/**
 * Signs in by a browser on this machine: an authorization code with PKCE, sent back to a loopback address that lives
 * as long as the sign-in. Throws AwsError signInDeclined, signInTimedOut, or what the requests throw.
 */
export async function signInWithBrowser(
  client: SsoClient,
  session: SsoSession,
  signal: AbortSignal,
  on: { url: (url: string) => void; pages: BrowserPages; patience?: number | undefined },
): Promise<SsoToken> {
  const registration = await client.register({
    grantTypes: ['authorization_code', 'refresh_token'],
    redirectUris: [`http://127.0.0.1${redirectPath}`],
    issuerUrl: session.startUrl,
  });
  const state = randomBytes(24).toString('base64url');
  const codeVerifier = randomBytes(48).toString('base64url');
  const loopback = await startLoopback(state, on.pages);
  const { redirectUri } = loopback;
  try {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: registration.clientId,
      redirect_uri: redirectUri,
      state,
      code_challenge_method: 'S256',
      scopes: session.scopes.join(','),
      code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    });
    on.url(`${client.authorizeUrl}?${query.toString()}`);
    const code = await loopback.code(AbortSignal.any([signal, AbortSignal.timeout(on.patience ?? defaultPatience)]));
    return await client.createToken(registration, { grantType: 'authorization_code', code, codeVerifier, redirectUri });
  } catch (thrown) {
    const error = toAwsError(thrown);
    throw error.code === 'ExpiredTokenException' ? new AwsError('signInTimedOut', error.message) : error;
  } finally {
    loopback.close();
  }
}
