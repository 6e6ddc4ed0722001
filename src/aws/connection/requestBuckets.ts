import type { Bucket } from '../sdk/operationKinds.ts';
import { type BucketName, regionLimits, type RequestLimit, requestLimits } from '../sdk/requestLimits.ts';
import type { Timer } from '../timer.ts';

/** Tokens of every large bucket that are left to others: the user's own deployment draws on the same account. */
const reserve = 30;

/** Tokens that are left, as of a moment in milliseconds, by bucket. */
type Tokens = Map<BucketName, { tokens: number; at: number }>;

/** What connections that reach the same account and Region use of it together. */
export class SharedTokens {
  readonly #places = new Map<string, Tokens>();

  of(place: string): Tokens {
    const known = this.#places.get(place);
    if (known) return known;
    const made: Tokens = new Map();
    this.#places.set(place, made);
    return made;
  }
}

/** Uses at most half of a bucket's refill and never its last `reserve` tokens; callers wait their turn in order. */
export class RequestBuckets {
  readonly #timer: Timer;
  readonly #limits: Readonly<Record<BucketName, RequestLimit>>;
  #tokens: Tokens = new Map();
  readonly #recent = new Map<BucketName, number[]>();

  constructor(timer: Timer, region = '') {
    this.#timer = timer;
    this.#limits = { ...requestLimits, ...regionLimits[region] };
  }

  /** Waits until a request that draws from the bucket may be sent. */
  async take(name: Bucket, signal?: AbortSignal): Promise<void> {
    if (name === 'unmetered') return;
    const wait = this.#reserveToken(name);
    const at = this.#timer.now() + wait;
    this.#count(name, at);
    if (wait === 0) return;
    try {
      await this.#timer.sleep(wait, signal);
    } catch (error) {
      this.#giveBack(name, at);
      throw error;
    }
  }

  /** Draws from now on what others draw, too, after what was drawn alone. */
  join(shared: Tokens): void {
    if (shared === this.#tokens) return;
    for (const name of this.#tokens.keys()) {
      const { burst } = ours(this.#limits[name]);
      const { tokens, at } = this.#left(name, shared);
      shared.set(name, { tokens: tokens - (burst - this.#left(name, this.#tokens).tokens), at });
    }
    this.#tokens = shared;
  }

  /** Requests of the last minute by bucket; a bucket that was not used is left out. */
  get lastMinute(): ReadonlyMap<BucketName, number> {
    const now = this.#timer.now();
    const counts = [...this.#recent].map(([name, times]): [BucketName, number] => [
      name,
      times.filter((time) => time <= now && time > now - 60_000).length,
    ]);
    return new Map(counts.filter(([, count]) => count > 0));
  }

  #count(name: BucketName, at: number): void {
    const times = this.#recent.get(name) ?? [];
    times.push(at);
    if (times.length > 2000 || (times[0] ?? at) < at - 120_000)
      times.splice(
        0,
        times.findIndex((time) => time > at - 60_000),
      );
    this.#recent.set(name, times);
  }

  /** Takes a token, in advance where none is left, and returns how many milliseconds until it is there. */
  #reserveToken(name: BucketName): number {
    const { tokens, at } = this.#left(name, this.#tokens);
    this.#tokens.set(name, { tokens: tokens - 1, at });
    const { refill } = ours(this.#limits[name]);
    return tokens >= 1 ? 0 : ((1 - tokens) / refill) * 1000;
  }

  /** Who leaves before the turn has sent nothing: those who come later need not wait for it. */
  #giveBack(name: BucketName, at: number): void {
    const left = this.#left(name, this.#tokens);
    this.#tokens.set(name, { ...left, tokens: left.tokens + 1 });
    const times = this.#recent.get(name) ?? [];
    const index = times.indexOf(at);
    if (index !== -1) times.splice(index, 1);
  }

  #left(name: BucketName, from: Tokens): { tokens: number; at: number } {
    const { burst, refill } = ours(this.#limits[name]);
    const now = this.#timer.now();
    const { tokens, at } = from.get(name) ?? { tokens: burst, at: now };
    return { tokens: Math.min(burst, tokens + ((now - at) / 1000) * refill), at: now };
  }
}

function ours({ burst, refill, share = 0.5 }: RequestLimit): { burst: number; refill: number } {
  return { burst: burst > reserve ? burst - reserve : Math.ceil(burst * share), refill: refill * share };
}
