import { AwsError, mayHaveHappened, toAwsError } from '../errors.ts';
import type { Timer } from '../timer.ts';

/** How often a change is sent at most; each time only after reading back showed that the one before had no effect. */
const maxSends = 3;
/** Milliseconds before each look: a request whose connection broke may still be on its way into the service. */
const lookAfter = [1000, 2000];

/**
 * Sends a change that has no client token. Where no readable answer comes, looks whether it was carried out all the
 * same before anything is sent again. `findResult` returns what the change made, or undefined when it is not there.
 * Throws AwsError uncertain when looking fails, too: then nobody knows, and the person is told so.
 */
export async function changeOrReadBack<T>(
  change: { operation: string; send: () => Promise<T>; findResult: () => Promise<T | undefined> },
  timer: Timer,
  signal?: AbortSignal,
): Promise<T> {
  for (let sent = 1; ; sent++) {
    try {
      return await change.send();
    } catch (thrown) {
      const error = toAwsError(thrown, change.operation);
      if (!mayHaveHappened(error)) throw error;
      const found = await look(change, error, timer, signal);
      if (found) return found;
      if (sent === maxSends) throw error;
    }
  }
}

async function look<T>(
  change: { operation: string; findResult: () => Promise<T | undefined> },
  unanswered: AwsError,
  timer: Timer,
  signal?: AbortSignal,
): Promise<T | undefined> {
  let failed: unknown;
  for (const wait of lookAfter) {
    try {
      await timer.sleep(wait, signal);
      const found = await change.findResult();
      if (found) return found;
      failed = undefined;
    } catch (cause) {
      // One look that is throttled or cut off says nothing; only the last one decides.
      failed = cause;
      if (signal?.aborted) break;
    }
  }
  if (failed === undefined) return undefined;
  const { operation } = change;
  throw new AwsError('uncertain', `${operation} got no answer: ${unanswered.message}`, { operation, cause: failed });
}
