import type { Range } from '../read/filterPages.ts';
import type { LogEvent } from '../lines/logLine.ts';
import type { Seam } from './seam.ts';

/** Milliseconds by which this machine's clock may be ahead of the writers' without losing lines. */
const clockSlack = 600_000;

/** Lines that a poll may read again without costing further pages. */
const cheap = 5000;

/** Milliseconds back from the newest line that a poll of a busy group may read. */
const heads = [60_000, 30_000, 15_000, 10_000, 5000, 2000];

/** Milliseconds between two readings of what lies before the head, for lines that came late. */
const sweepInterval = 10_000;

/**
 * Decides which stretch of time the next poll reads. A quiet group is read back over the whole overlap each time, one
 * page; in a busy one that would be dozens of pages, so that a poll reads the newest and a sweep now and then the rest.
 */
export class PollWindows {
  /** Epoch milliseconds of the oldest line that is wanted. */
  readonly start: number;
  readonly #seam: Seam;
  readonly #overlap: number;
  #covered: number;
  #newest: number;
  #sweepAt = Number.NEGATIVE_INFINITY;

  constructor(seam: Seam, overlap: number, start: number) {
    this.#seam = seam;
    this.#overlap = overlap;
    this.start = start;
    this.#covered = start;
    this.#newest = start;
  }

  /** All that had come in by this moment has been shown. */
  covered(at: number): void {
    this.#covered = Math.max(this.#covered, at);
    this.#seam.forgetBefore(this.whole().from - this.#overlap);
  }

  seen(events: readonly LogEvent[]): void {
    for (const { timestamp } of events) this.#newest = Math.max(this.#newest, timestamp);
  }

  /** Time of the newest line seen. */
  get newest(): number {
    return this.#newest;
  }

  /** The window in which anything may still appear. */
  whole(): Range {
    return { from: Math.max(this.start, this.#seam.floor, this.#edge() - this.#overlap) };
  }

  /** The window of the next poll, and what is to be swept beside it. */
  next(now: number): { range: Range; sweep?: Required<Range> } {
    const { from } = this.whole();
    if (this.#seam.countSince(from) <= cheap) return { range: { from } };
    const edge = this.#edge();
    const head = heads.find((span) => this.#seam.countSince(edge - span) <= cheap) ?? heads.at(-1) ?? 0;
    if (edge - head <= from) return { range: { from } };
    const range = { from: edge - head };
    if (now < this.#sweepAt) return { range };
    this.#sweepAt = now + sweepInterval;
    return { range, sweep: { from, to: range.from - 1 } };
  }

  /** The newest moment of which all is known by the writers' clocks as well as by ours. */
  #edge(): number {
    return Math.min(this.#covered, Math.max(this.#newest, this.#covered - clockSlack));
  }
}
