import { fetchSharedConfig } from '../../../src/aws/profile/configFiles.ts';
import type { Timer } from '../../../src/aws/timer.ts';
import type { DeviceCode } from '../../../src/aws/signIn/signInWithDeviceCode.ts';
import { type SsoSession, ssoSessionOf } from '../../../src/aws/profile/ssoSession.ts';
import { signInToSso } from '../../../src/aws/signIn/ssoSignIn.ts';
import { startSimulatedAccount, type SimulatedAccount } from '../../simulator/simulatedAccount.ts';
import { useAwsFiles } from '../../support/awsFiles.ts';
import { useScratchHome } from '../../support/scratchHome.ts';

export const dev = '111122223333';
const region = 'eu-west-3';

/** A simulated IAM Identity Center, AWS files with profiles of it, and a home of its own. */
export interface SignInStage {
  server: SimulatedAccount;
  home: string;
  session(profile: string): Promise<SsoSession>;
  close(): Promise<void>;
}

export async function startStage(): Promise<SignInStage> {
  const server = await startSimulatedAccount({ accounts: [{ id: dev }] });
  const home = await useScratchHome();
  const settings = { region, endpoint_url: server.url, sso_account_id: dev, sso_role_name: 'Developer' };
  const session = { sso_region: 'eu-west-1', sso_start_url: 'https://example.awsapps.com/start' };
  const files = await useAwsFiles(
    {
      dev: { settings: { ...settings, sso_session: 'corp' } },
      withheld: { settings: { ...settings, sso_session: 'corp', sso_role_name: 'Admin' } },
      legacy: { settings: { ...settings, ...session } },
    },
    { corp: { ...session, sso_registration_scopes: 'sso:account:access' } },
  );
  return {
    server,
    home: home.path,
    session: async (profile) => {
      const found = ssoSessionOf(await fetchSharedConfig(), profile);
      if (!found) throw new Error(`${profile} has no session`);
      return found;
    },
    close: async () => {
      await files.remove();
      await home.remove();
      await server.close();
    },
  };
}

export interface SignInTry {
  flow: 'browser' | 'deviceCode';
  profile?: string;
  signal?: AbortSignal;
  timer?: Timer;
  /** What the person does with the page. */
  visit?: (url: string, code?: DeviceCode) => unknown;
  offline?: (offline: boolean) => void;
  /** Milliseconds for which a browser is waited. */
  patience?: number;
}

/** Real time, ten times as fast. */
const quick: Timer = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    const { setTimeout: delay } = await import('node:timers/promises');
    await delay(ms / 10, undefined, { signal });
  },
};

/** Signs in as the extension does. */
export async function signIn(stage: SignInStage, attempt: SignInTry): Promise<void> {
  const { flow, profile = 'dev', signal = new AbortController().signal, timer = quick, patience } = attempt;
  const { visit = (url) => fetch(url), offline = () => undefined } = attempt;
  const pages = { done: 'signed in', failed: 'not signed in' };
  const open = (url: string, code?: DeviceCode): void => void visit(url, code);
  const session = await stage.session(profile);
  await signInToSso({ session, endpoint: stage.server.url, flow, pages, open, offline, patience }, timer, signal);
}
