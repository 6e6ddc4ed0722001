import type { Operation } from '../sdk/operationKinds.ts';

/** How often the SDK tries a read. A change is tried once: it may have been carried out although no answer came. */
export const attempts = { read: 6, change: 1 } satisfies Record<Operation['kind'], number>;

/** Attempts at a change that AWS answered with a throttle, its word that nothing was done. */
export const throttledAttempts = 8;

/** Milliseconds before a change is sent once more after that throttle. */
export function throttledWait(attempt: number): number {
  return Math.random() * Math.min(20_000, 500 * 2 ** attempt);
}
