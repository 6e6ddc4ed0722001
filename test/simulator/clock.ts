import { setImmediate as nextTurn } from 'node:timers/promises';
import { TimerHeap, type Timer } from './timerHeap.ts';

export interface ClockOptions {
  /** A held clock stands still until `advance` pushes it; a running one follows the machine's time. */
  held?: boolean;
  /** Where a held clock starts, in epoch milliseconds (now unless given). */
  start?: number;
}

const SETTLE_TURNS = 4;
const LONGEST_SLEEP_MS = 2 ** 30;

/** The one source of time of a simulated account: everything that happens later is a timer on it. */
export class Clock {
  readonly held: boolean;
  readonly #timers = new TimerHeap();
  #heldNow: number;
  #wake: NodeJS.Timeout | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;
  #stopped = false;

  constructor(options: ClockOptions = {}) {
    this.held = options.held ?? false;
    this.#heldNow = options.start ?? Date.now();
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.held ? this.#heldNow : Date.now();
  }

  date(): Date {
    return new Date(this.now());
  }

  /** Runs `action` once, `ms` milliseconds from now, unless the returned timer is cancelled. */
  after(ms: number, action: () => void): Timer {
    const timer = this.#timers.add(this.now() + Math.max(0, ms), action);
    this.#arm();
    return timer;
  }

  /** Runs `action` each `ms` milliseconds until the returned timer is cancelled. */
  every(ms: number, action: () => void): Timer {
    let current: Timer;
    const again = (): void => {
      current = this.after(ms, again);
      action();
    };
    current = this.after(ms, again);
    return { cancel: () => current.cancel() };
  }

  /** Pushes a held clock by `ms`, running all that falls due in order and letting pending callbacks settle in between. */
  async advance(ms: number): Promise<void> {
    if (!this.held) throw new Error('Only a held clock can be advanced.');
    const target = this.#heldNow + ms;
    for (let at = this.#timers.nextAt(); at !== undefined && at <= target; at = this.#timers.nextAt()) {
      this.#heldNow = Math.max(this.#heldNow, at);
      for (const timer of this.#timers.takeDue(this.#heldNow)) timer.action();
      await nextTurn();
    }
    this.#heldNow = target;
    await settle();
  }

  /** Pushes a held clock step by step until `done` holds; fails after `limitMs`. Gives the milliseconds that passed. */
  async advanceUntil(done: () => boolean | Promise<boolean>, limitMs = 3_600_000, stepMs = 1000): Promise<number> {
    const start = this.#heldNow;
    while (!(await done())) {
      if (this.#heldNow - start >= limitMs) throw new Error(`Nothing came of it in ${limitMs} simulated milliseconds.`);
      await this.advance(stepMs);
    }
    return this.#heldNow - start;
  }

  /** Drops every timer; later ones never run. */
  stop(): void {
    this.#stopped = true;
    this.#timers.clear();
    clearTimeout(this.#wake);
  }

  #arm(): void {
    if (this.held || this.#stopped) return;
    const at = this.#timers.nextAt();
    if (at === undefined || at >= this.#wakesAt) return;
    clearTimeout(this.#wake);
    this.#wakesAt = at;
    this.#wake = setTimeout(() => this.#runDue(), Math.min(LONGEST_SLEEP_MS, Math.max(0, at - Date.now())));
  }

  #runDue(): void {
    this.#wakesAt = Number.POSITIVE_INFINITY;
    for (const timer of this.#timers.takeDue(Date.now())) timer.action();
    this.#arm();
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < SETTLE_TURNS; turn++) await nextTurn();
}
