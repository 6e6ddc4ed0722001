import { setTimeout as delay } from 'node:timers/promises';
import type { Timer } from './requestBuckets.ts';

/** The wall clock. */
export const systemTimer: Timer = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, { signal });
  },
};
