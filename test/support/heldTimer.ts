import type { Timer } from '../../src/aws/timer.ts';
import { TimerHeap } from '../simulator/timerHeap.ts';

/** A clock that stands still until `advance` pushes it, waking every sleeper at its own moment. */
export class HeldTimer implements Timer {
  readonly #sleepers = new TimerHeap();
  #now: number;

  constructor(start = Date.UTC(2026, 10, 23, 12)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const sleeper = this.#sleepers.add(this.#now + Math.max(0, ms), () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      });
      const abort = (): void => {
        sleeper.cancel();
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  /** Runs `action` at a moment. */
  at(moment: number, action: () => void): void {
    this.#sleepers.add(moment, action);
  }

  /** Lets time pass; `settle` is awaited whenever somebody was woken, so that what they then do is done at that moment. */
  async advance(ms: number, settle: () => Promise<void> = turns): Promise<void> {
    const target = this.#now + ms;
    await settle();
    for (let at = this.#sleepers.nextAt(); at !== undefined && at <= target; at = this.#sleepers.nextAt()) {
      this.#now = Math.max(this.#now, at);
      for (const { action } of this.#sleepers.takeDue(at)) {
        action();
        await settle();
      }
    }
    this.#now = target;
    await settle();
  }
}

/** Turns of the event loop that something may take without a clock: large batches are worked on in portions. */
const turnsToSettle = 12;

/** Lets everything run that waits for nothing but its turn. */
export function turns(): Promise<void> {
  return new Promise((resolve) => {
    let left = turnsToSettle;
    const turn = (): unknown => (left-- > 0 ? setImmediate(turn) : resolve());
    turn();
  });
}
