import type { Timer } from '../timer.ts';
import { type BrowserPages, signInWithBrowser } from './signInWithBrowser.ts';
import { type DeviceCode, signInWithDeviceCode } from './signInWithDeviceCode.ts';
import { ssoClient } from './ssoClient.ts';
import type { SsoSession } from '../profile/ssoSession.ts';
import { writeSsoToken } from './ssoTokenFile.ts';

export interface SsoSignIn {
  session: SsoSession;
  /** Endpoint of SSO-OIDC as configured; undefined for AWS's own. */
  endpoint: string | undefined;
  /** `browser` needs one that reaches this machine's loopback address; `deviceCode` does with any. */
  flow: 'browser' | 'deviceCode';
  pages: BrowserPages;
  /** Has the person's browser open a page; `code` is what they compare. */
  open: (url: string, code?: DeviceCode) => void;
  /** Milliseconds until a page that nobody confirms is given up in the `browser` flow; ten minutes unless given. */
  patience?: number | undefined;
  /** Whether the service cannot be reached at the moment. */
  offline: (offline: boolean) => void;
}

/** Signs in to IAM Identity Center and leaves the token where the SDK and the AWS CLI find it. Throws AwsError. */
export async function signInToSso(signIn: SsoSignIn, timer: Timer, signal: AbortSignal): Promise<void> {
  const { session, flow, open, offline, pages, patience } = signIn;
  const client = await ssoClient(session, signIn.endpoint, signal);
  const token =
    flow === 'browser'
      ? await signInWithBrowser(client, session, signal, { url: open, pages, patience })
      : await signInWithDeviceCode(client, timer, signal, { code: (code) => open(code.url, code), offline });
  await writeSsoToken(session, token);
}
