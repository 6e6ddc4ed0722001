import { setTimeout as delay } from 'node:timers/promises';

/** Where time comes from: `now` in milliseconds, `sleep` rejecting when the signal aborts. */
export interface Timer {
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The wall clock. */
export const systemTimer: Timer = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, { signal });
  },
};
