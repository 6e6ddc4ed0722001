import { setImmediate as soon, setTimeout as wait } from 'node:timers/promises';
import type { Timer } from '../../../../src/aws/timer.ts';

/** Time that passes when a test says so; requests take real time, which is waited for at each step. */
export class HeldTimer implements Timer {
  #now = Date.now();
  readonly #sleepers = new Set<{ at: number; wake: () => void }>();

  now(): number {
    return this.#now;
  }

  /** Waits for a request bucket end at once: it is the count of requests that matters, not their pace. */
  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper = { at: this.#now + ms, wake: resolve };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', () => {
        this.#sleepers.delete(sleeper);
        reject(new Error('aborted'));
      });
    });
  }

  /** Lets time pass second by second; `settle` is awaited in between. */
  async pass(ms: number, settle: () => Promise<void> = quiet): Promise<void> {
    const end = this.#now + ms;
    while (this.#now < end) {
      this.#now = Math.min(end, this.#now + 1000);
      for (const sleeper of this.#sleepers) {
        if (sleeper.at > this.#now) continue;
        this.#sleepers.delete(sleeper);
        sleeper.wake();
      }
      await settle();
    }
  }
}

async function quiet(): Promise<void> {
  await soon();
  await wait(1);
}
