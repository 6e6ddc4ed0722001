import { Hash64 } from './hash.ts';
import { IdentityTable, type Lane } from './identityTable.ts';
import type { LogEvent } from '../lines/logLine.ts';

/** Milliseconds of event time that are remembered and forgotten together. */
const bucketSpan = 5000;

/** Entries kept at most: some 20 bytes each. */
const defaultCapacity = 400_000;

/**
 * Lets every event through once, whichever sources bring it how often. Live events carry no id, so that an event is
 * known by stream, time, ingestion time and message, and equal ones by their number: one pass over a source (a
 * polled window, a live session) brings each of them once, and whatever it brings beyond what was shown is new.
 *
 * Memory is bounded: times before `floor` are forgotten, and no source may be read from before it.
 */
export class Seam {
  readonly #buckets = new Map<number, IdentityTable>();
  readonly #hash = new Hash64();
  readonly #capacity: number;
  #passes = 0;
  #size = 0;
  #floor = Number.NEGATIVE_INFINITY;

  constructor(capacity = defaultCapacity) {
    this.#capacity = capacity;
  }

  /** Epoch milliseconds before which nothing is remembered. */
  get floor(): number {
    return this.#floor;
  }

  get size(): number {
    return this.#size;
  }

  /** Begins a pass over a source, to be given to `isNew` with each of its events. */
  beginPass(): number {
    this.#passes = (this.#passes % 0xffff) + 1;
    return this.#passes;
  }

  /** Whether this event has not been shown yet; it counts as shown from now on. */
  isNew(event: LogEvent, lane: Lane, pass: number): boolean {
    if (event.timestamp < this.#floor) return true;
    const key = Math.floor(event.timestamp / bucketSpan);
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      bucket = new IdentityTable();
      this.#buckets.set(key, bucket);
    }
    const { high, low } = this.#hash
      .start()
      .text(event.message)
      .text(event.stream)
      .number(event.timestamp)
      .number(event.ingestionTime)
      .finish();
    const before = bucket.size;
    const fresh = bucket.meet(high, low, lane, pass);
    this.#size += bucket.size - before;
    if (this.#size > this.#capacity) this.#shrink();
    return fresh;
  }

  /** Events remembered with a time of at least `timestamp`, to the precision of a bucket. */
  countSince(timestamp: number): number {
    let count = 0;
    for (const [key, bucket] of this.#buckets) if ((key + 1) * bucketSpan > timestamp) count += bucket.size;
    return count;
  }

  /** Forgets what lies before; `floor` never goes back. */
  forgetBefore(timestamp: number): void {
    const first = Math.floor(timestamp / bucketSpan);
    if (first * bucketSpan <= this.#floor) return;
    this.#floor = first * bucketSpan;
    for (const key of this.#buckets.keys()) if (key < first) this.#drop(key);
  }

  /** Forgets the oldest buckets, but never the newest, until a tenth of the capacity is free. */
  #shrink(): void {
    const keys = [...this.#buckets.keys()].sort((one, other) => one - other);
    for (const key of keys.slice(0, -1)) {
      if (this.#size <= this.#capacity * 0.9) return;
      this.#drop(key);
      this.#floor = Math.max(this.#floor, (key + 1) * bucketSpan);
    }
  }

  #drop(key: number): void {
    this.#size -= this.#buckets.get(key)?.size ?? 0;
    this.#buckets.delete(key);
  }
}
