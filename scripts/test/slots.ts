/** Lets so many pieces of work run at once, whoever brings them, in the order in which they are brought. */
export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      // What waits takes the place over.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
