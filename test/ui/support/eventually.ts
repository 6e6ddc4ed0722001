import { setTimeout as delay } from 'node:timers/promises';

/** How long a window may take to show what it should, in ms. */
export const patienceMs = 20_000;

/** Tries `attempt` until it returns something other than `undefined`; throws `what` and the last error when it never does. */
export async function eventually<T>(
  what: string,
  attempt: () => Promise<T | undefined>,
  limitMs: number = patienceMs,
): Promise<T> {
  let last: unknown;
  for (const until = Date.now() + limitMs; Date.now() < until; await delay(50)) {
    try {
      const result = await attempt();
      if (result !== undefined) return result;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`${what} did not happen within ${Math.round(limitMs / 1000)} s.`, { cause: last });
}
