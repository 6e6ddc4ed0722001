import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds: a guard against hanging, no budget. It is many times what anything takes, on a busy machine too. */
export const guardMs = 120_000;

/** Milliseconds from the first try to the second, and between later ones at most. */
const pause = { first: 5, longest: 50 };

/**
 * Tries until there is an answer other than `undefined` or `false`, and returns it. A try may throw; what the last one
 * threw is the cause of the failure when none succeeds.
 */
export async function eventually<T>(
  what: string | (() => string),
  attempt: () => T | Promise<T>,
  limitMs: number = guardMs,
): Promise<Exclude<T, undefined | false>> {
  let cause: unknown;
  const until = Date.now() + limitMs;
  for (let wait = pause.first; ; wait = Math.min(pause.longest, wait * 1.5)) {
    try {
      const answer = await attempt();
      if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > until) break;
    await delay(wait);
  }
  const name = typeof what === 'string' ? what : what();
  throw new Error(`${name} did not come within ${Math.round(limitMs / 1000)} s.`, { cause });
}
