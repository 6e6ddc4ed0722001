const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

/** A seeded source of chance (mulberry32), so that a run can be repeated. */
export class Random {
  #state: number;

  constructor(seed = 1) {
    this.#state = seed >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer in [from, to]. */
  integer(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(rate: number): boolean {
    return this.next() < rate;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('Nothing to pick from.');
    return items[this.integer(0, items.length - 1)] as T;
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length) text += this.integer(0, 0xffffff).toString(16).padStart(6, '0');
    return text.slice(0, length);
  }

  digits(length: number): string {
    let text = String(this.integer(1, 9));
    while (text.length < length) text += this.integer(0, 9);
    return text;
  }

  /** Letters, digits, `_` and `-`, as in the ids of service deployments. */
  token(length: number): string {
    let text = '';
    while (text.length < length) text += ALPHANUMERIC[this.integer(0, ALPHANUMERIC.length - 1)];
    return text;
  }

  uuid(): string {
    const hex = this.hex(32);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}
