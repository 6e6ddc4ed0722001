import * as l10n from '@vscode/l10n';
import { AwsError } from './errors.ts';

/**
 * Waits for what may be shared with others and goes on when one of those who wait leaves. Rejects then with what `why`
 * makes of the signal, AwsError aborted unless given.
 */
export function orAborted<T>(
  shared: Promise<T>,
  signal: AbortSignal,
  why: (signal: AbortSignal) => AwsError = () => new AwsError('aborted', 'Cancelled.'),
): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(why(signal));
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/**
 * Sends a request with all its retries and gives it up after `ms`. What comes after the answer, such as a stream, goes
 * on. Rejects with AwsError network when it took too long.
 */
export async function inTime<T>(
  ms: number,
  signal: AbortSignal,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ms);
  try {
    return await send(AbortSignal.any([signal, late.signal]));
  } catch (cause) {
    if (!late.signal.aborted || signal.aborted) throw cause;
    throw new AwsError('network', l10n.t('No answer came in time.'), { code: 'TimeoutError', cause });
  } finally {
    clearTimeout(timer);
  }
}
