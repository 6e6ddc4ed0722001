import { AwsError, type AwsErrorKind } from '../../aws/errors.ts';
import type { Timer } from '../../aws/timer.ts';

/** Milliseconds: the first wait before a failed request is sent again, doubled up to the second. */
type Waits = readonly [first: number, longest: number];

const passing: Waits = [1000, 30_000];
const signIn: Waits = [5000, 30_000];

/** What can mend itself, or be mended outside while we wait; anything else is thrown. */
const waitsByKind: Partial<Record<AwsErrorKind, Waits>> = {
  throttled: passing,
  server: passing,
  network: passing,
  malformed: passing,
  unknown: passing,
  clockSkew: signIn,
  expired: signIn,
  invalidCredentials: signIn,
  noCredentials: signIn,
  badProfile: signIn,
  credentialSource: signIn,
  // A group is made by its first task, and may be deleted and made again.
  notFound: [5000, 15_000],
  denied: [30_000, 60_000],
};

export interface PatienceOptions {
  timer: Timer;
  signal: AbortSignal;
  /** Called once when waiting begins to be noticeable. */
  onTrouble: (error: AwsError) => void;
  /** Called when a request succeeds after trouble. */
  onRecovered: () => void;
  /** Kinds that are thrown at once although they might mend. */
  hopeless?: readonly AwsErrorKind[];
}

/**
 * Sends a request until it succeeds, waiting longer each time. Throws the AwsError of a failure that waiting does not
 * mend, or `aborted`.
 */
export async function patiently<T>(send: () => Promise<T>, options: PatienceOptions): Promise<T> {
  let troubled = false;
  for (let failures = 0; ; failures++) {
    try {
      const answer = await send();
      if (troubled) options.onRecovered();
      return answer;
    } catch (error) {
      const kind = error instanceof AwsError ? error.kind : undefined;
      const waits = kind && !options.hopeless?.includes(kind) ? waitsByKind[kind] : undefined;
      if (!waits || options.signal.aborted) throw error;
      // The connection has already tried six times: what passes by itself has one more chance before it is told.
      if (!troubled && (waits !== passing || failures > 0)) {
        troubled = true;
        options.onTrouble(error as AwsError);
      }
      await options.timer.sleep(Math.min(waits[1], waits[0] * 2 ** failures), options.signal);
    }
  }
}
