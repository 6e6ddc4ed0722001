const fnvPrime = 0x01000193;
const murmurPrime = 0x5bd1e995;

/** 64 bits of hash over several values, as two unsigned 32-bit halves; not for secrets. */
export class Hash64 {
  high = 0;
  low = 0;

  start(): this {
    this.high = 0x811c9dc5;
    this.low = 0x9747b28c;
    return this;
  }

  /** The length goes in as well, so that neighbouring values cannot borrow from each other. */
  text(value: string): this {
    let { high, low } = this;
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at);
      high = Math.imul(high ^ code, fnvPrime);
      low = Math.imul((low << 5) ^ (low >>> 27) ^ code, murmurPrime);
    }
    this.high = high;
    this.low = low;
    return this.number(value.length);
  }

  number(value: number): this {
    this.#word(value % 0x1_0000_0000);
    this.#word(value / 0x1_0000_0000);
    return this;
  }

  /** Spreads the last words over all bits. */
  finish(): this {
    this.high = mix(this.high ^ this.low);
    this.low = mix(this.low ^ Math.imul(this.high, murmurPrime));
    return this;
  }

  #word(word: number): void {
    this.high = Math.imul(this.high ^ (word | 0), fnvPrime);
    this.high ^= this.high >>> 15;
    this.low = Math.imul((this.low << 13) ^ (this.low >>> 19) ^ (word | 0), murmurPrime);
  }
}

function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
