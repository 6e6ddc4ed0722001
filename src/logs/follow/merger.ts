import type { Timer } from '../../aws/timer.ts';
import { byTime, inTimeOrder } from '../lines/logLine.ts';

/** Milliseconds for which lines of one group wait for those of another. */
const patience = 150;

/** Lines that are waited with at most. */
const capacity = 20_000;

/**
 * Puts the lines of several groups into time order, as far as they arrive together: a short wait mends what the
 * groups' different answers times disturb, and no wait could mend more without holding lines back for minutes.
 */
export class Merger<T extends { timestamp: number }> {
  readonly #timer: Timer;
  readonly #show: (lines: T[]) => void | Promise<void>;
  #waiting: T[] = [];
  #scheduled = false;
  /** Groups that deliver; a single one needs no waiting. */
  sources = 1;

  constructor(timer: Timer, show: (lines: T[]) => void | Promise<void>) {
    this.#timer = timer;
    this.#show = show;
  }

  /** Resolves when there is room for more. */
  async add(lines: T[]): Promise<void> {
    if (this.sources === 1 && this.#waiting.length === 0) return this.#show(lines);
    for (const line of lines) this.#waiting.push(line);
    if (this.#waiting.length > capacity) return this.#flush();
    if (this.#scheduled) return;
    this.#scheduled = true;
    void this.#timer.sleep(patience).then(() => this.#flush());
  }

  async #flush(): Promise<void> {
    const lines = this.#waiting;
    this.#waiting = [];
    this.#scheduled = false;
    if (lines.length === 0) return;
    if (!inTimeOrder(lines)) lines.sort(byTime);
    await this.#show(lines);
  }
}
