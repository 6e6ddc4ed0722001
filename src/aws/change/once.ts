import type { Connection } from '../connection/connection.ts';
import { AwsError, mayHaveHappened, toAwsError } from '../errors.ts';
import type { Timer } from '../timer.ts';
import { Overtaken } from './overtaken.ts';

/** What is needed of a connection here: its clock. */
type Waiting = Pick<Connection, 'timer'>;

/** How often a change is sent at most; each time only after reading back showed that the one before had no effect. */
const sendsReadBack = 3;
/** Milliseconds before each look: a request whose connection broke may still be on its way into the service. */
const lookAfter = [1000, 2000];

/**
 * Sends a change that has no client token. Where no readable answer comes, looks whether it was carried out all the
 * same before anything is sent again. `findResult` returns what the change made, or undefined when it is not there.
 * Throws AwsError uncertain when looking fails, too: then nobody knows, and the person is told so. `findResult` throws
 * Overtaken where somebody else has changed the same since: then nothing is sent again.
 */
export async function changeOrReadBack<T>(
  { timer }: Waiting,
  change: { operation: string; send: () => Promise<T>; findResult: () => Promise<T | undefined> },
  signal?: AbortSignal,
): Promise<T> {
  for (let sent = 1; ; sent++) {
    try {
      return await change.send();
    } catch (thrown) {
      const error = toAwsError(thrown, change.operation);
      if (!mayHaveHappened(error)) throw error;
      const found = await look(timer, change, error, signal);
      if (found) return found;
      if (sent === sendsReadBack) throw error;
    }
  }
}

async function look<T>(
  timer: Timer,
  change: { operation: string; findResult: () => Promise<T | undefined> },
  unanswered: AwsError,
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
      if (cause instanceof Overtaken) throw cause;
      // One look that is throttled or cut off says nothing; only the last one decides.
      failed = cause;
      if (signal?.aborted) break;
    }
  }
  if (failed === undefined) return undefined;
  throw uncertain(change.operation, unanswered, failed);
}

/** How often a change with a client token is sent at most. */
const sendsWithToken = 4;

/** What ends a repeated request in a way that answers for the ones before it, too. */
const verdicts: ReadonlySet<AwsError['kind']> = new Set(['aborted', 'denied', 'invalid', 'notFound', 'unsupported']);

/**
 * Sends a change whose client token makes ECS answer a repeated request with what the first one made. Throws AwsError
 * uncertain when one of the requests may have arrived and none was answered.
 */
export async function changeWithToken<T>(
  { timer }: Waiting,
  operation: string,
  send: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  let arrived = false;
  for (let sent = 1; ; sent++) {
    try {
      return await send();
    } catch (thrown) {
      const error = toAwsError(thrown, operation);
      const isOpen = mayHaveHappened(error);
      arrived ||= isOpen && !neverArrived(error);
      if (!isOpen) throw arrived && !verdicts.has(error.kind) ? uncertain(operation, error) : error;
      if (sent === sendsWithToken) throw arrived ? uncertain(operation, error) : error;
      await timer.sleep(500 * 2 ** sent, signal);
    }
  }
}

/** Where no connection came about, nothing was carried out. */
function neverArrived({ code }: AwsError): boolean {
  return /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(code ?? '');
}

function uncertain(operation: string, unanswered: AwsError, cause: unknown = unanswered): AwsError {
  return new AwsError('uncertain', `${operation} got no answer: ${unanswered.message}`, { operation, cause });
}
