import { AwsError, toAwsError } from '../errors.ts';
import type { Timer } from '../timer.ts';
import type { Registration, SsoClient } from './ssoClient.ts';
import type { SsoToken } from './ssoTokenFile.ts';

/** What the person has to do: compare the code with what the page shows, and confirm. */
export interface DeviceCode {
  /** `ABCD-EFGH` */
  userCode: string;
  /** The page with the code filled in. */
  url: string;
}

/** Seconds between two questions where the service names none, and by how much it is asked less often when it says so. */
const defaultInterval = 5;
const slowDown = 5;

/**
 * Signs in by a code that is confirmed in any browser, on whichever machine. A lost network is waited for until the
 * code runs out. Throws AwsError signInTimedOut, signInDeclined or what the first two requests throw.
 */
export async function signInWithDeviceCode(
  client: SsoClient,
  timer: Timer,
  signal: AbortSignal,
  on: { code: (code: DeviceCode) => void; offline: (offline: boolean) => void },
): Promise<SsoToken> {
  const registration = await client.register({});
  const started = await client.startDevice(registration);
  const { deviceCode, userCode = '', verificationUri = '', expiresIn = 600 } = started;
  on.code({ userCode, url: started.verificationUriComplete ?? verificationUri });
  const end = timer.now() + expiresIn * 1000;
  let interval = started.interval || defaultInterval;
  while (timer.now() < end) {
    await sleep(timer, interval * 1000, signal);
    const answer = await ask(client, registration, deviceCode);
    if (typeof answer === 'object') return answer;
    on.offline(answer === 'offline');
    if (answer === 'slowDown') interval += slowDown;
  }
  throw new AwsError('signInTimedOut', 'The code has expired.');
}

async function ask(
  client: SsoClient,
  registration: Registration,
  deviceCode: string | undefined,
): Promise<SsoToken | 'pending' | 'slowDown' | 'offline'> {
  try {
    return await client.createToken(registration, {
      grantType: 'urn:ietf:params:oauth:grant-type:device_code',
      deviceCode,
    });
  } catch (thrown) {
    const error = toAwsError(thrown);
    if (error.code === 'AuthorizationPendingException') return 'pending';
    if (error.code === 'SlowDownException' || error.kind === 'throttled') return 'slowDown';
    if (error.code === 'ExpiredTokenException') throw new AwsError('signInTimedOut', error.message, { cause: error });
    if (error.kind === 'denied') throw new AwsError('signInDeclined', error.message, { cause: error });
    if (error.kind === 'network' || error.kind === 'server' || error.kind === 'malformed') return 'offline';
    throw error;
  }
}

async function sleep(timer: Timer, milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await timer.sleep(milliseconds, signal);
  } catch (cause) {
    throw new AwsError('aborted', 'Cancelled.', { cause });
  }
}
