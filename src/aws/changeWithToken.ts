import { AwsError, mayHaveHappened, toAwsError } from './errors.ts';
import type { Timer } from './requestBuckets.ts';

/** How often a change with a client token is sent at most. */
const maxSends = 4;

/** Sends a change whose client token makes ECS answer a repeated request with what the first one made. */
export async function changeWithToken<T>(
  operation: string,
  send: () => Promise<T>,
  timer: Timer,
  signal?: AbortSignal,
): Promise<T> {
  for (let sent = 1; ; sent++) {
    try {
      return await send();
    } catch (thrown) {
      const error = toAwsError(thrown, operation);
      if (!mayHaveHappened(error)) throw error;
      if (sent === maxSends) throw neverArrived(error) ? error : uncertain(operation, error);
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
