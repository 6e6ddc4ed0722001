/** A bucket holds `burst` tokens at most and gains `perSecond`; every request takes one. */
export interface BucketSize {
  burst: number;
  perSecond: number;
}

interface Level {
  tokens: number;
  at: number;
}

/** The request buckets of one account and Region. */
export class RequestBuckets {
  readonly #sizes: Readonly<Record<string, BucketSize>>;
  readonly #levels = new Map<string, Level>();

  constructor(sizes: Readonly<Record<string, BucketSize>>) {
    this.#sizes = sizes;
  }

  /** Takes a token at time `now` (milliseconds); false when there is none and the request must be refused. */
  take(bucket: string, now: number): boolean {
    const size = this.#sizes[bucket];
    if (!size) return true;
    const level = this.#refilled(bucket, size, now);
    if (level.tokens < 1) return false;
    level.tokens -= 1;
    return true;
  }

  /** Tokens in a bucket at time `now`. */
  tokens(bucket: string, now: number): number {
    const size = this.#sizes[bucket];
    return size ? this.#refilled(bucket, size, now).tokens : Number.POSITIVE_INFINITY;
  }

  #refilled(bucket: string, size: BucketSize, now: number): Level {
    const level = this.#levels.get(bucket) ?? { tokens: size.burst, at: now };
    const gained = (Math.max(0, now - level.at) / 1000) * size.perSecond;
    level.tokens = Math.min(size.burst, level.tokens + gained);
    level.at = now;
    this.#levels.set(bucket, level);
    return level;
  }
}
