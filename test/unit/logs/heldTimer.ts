import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Timer } from '../../../src/aws/timer.ts';

interface Sleeper {
  at: number;
  order: number;
  wake: () => void;
}

/** A clock that stands still until `advance` pushes it, waking every sleeper at its own moment. */
export class HeldTimer implements Timer {
  #now: number;
  #order = 0;
  #sleepers: Sleeper[] = [];

  constructor(start = Date.UTC(2026, 10, 23, 12)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const sleeper: Sleeper = { at: this.#now + Math.max(0, ms), order: this.#order++, wake: () => undefined };
      const abort = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(signal?.reason as Error);
      };
      sleeper.wake = () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#sleepers.push(sleeper);
    });
  }

  /** Runs `action` at a moment. */
  at(moment: number, action: () => void): void {
    this.#sleepers.push({ at: moment, order: this.#order++, wake: action });
  }

  async advance(ms: number): Promise<void> {
    const target = this.#now + ms;
    await settle();
    for (;;) {
      const next = this.#sleepers.reduce<Sleeper | undefined>(
        (first, one) => (!first || one.at < first.at || (one.at === first.at && one.order < first.order) ? one : first),
        undefined,
      );
      if (!next || next.at > target) break;
      this.#sleepers = this.#sleepers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      await settle();
    }
    this.#now = target;
    await settle();
  }
}

/** Turns of the event loop that something may take without a clock: large batches are worked on in portions. */
const turns = 12;

/** Lets everything run that waits for nothing but its turn. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await nextTurn();
}
