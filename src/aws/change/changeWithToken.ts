import { AwsError, mayHaveHappened, toAwsError } from '../errors.ts';
import type { Timer } from '../timer.ts';

/** How often a change with a client token is sent at most. */
const maxSends = 4;

/** What ends a repeated request in a way that answers for the ones before it, too. */
const verdicts: ReadonlySet<AwsError['kind']> = new Set(['aborted', 'denied', 'invalid', 'notFound', 'unsupported']);

/**
 * Sends a change whose client token makes ECS answer a repeated request with what the first one made. Throws AwsError
 * uncertain when one of the requests may have arrived and none was answered.
 */
export async function changeWithToken<T>(
  operation: string,
  send: () => Promise<T>,
  timer: Timer,
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
      if (sent === maxSends) throw arrived ? uncertain(operation, error) : error;
      await timer.sleep(500 * 2 ** sent, signal);
    }
  }
}

/** Where no connection came about, nothing was carried out. */
function neverArrived({ code }: AwsError): boolean {
  return /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(code ?? '');
}

function uncertain(operation: string, cause: AwsError): AwsError {
  return new AwsError('uncertain', `${operation} got no answer: ${cause.message}`, { operation, cause });
}
