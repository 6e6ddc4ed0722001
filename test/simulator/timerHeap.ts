export interface Timer {
  cancel(): void;
}

interface Entry extends Timer {
  at: number;
  order: number;
  action: () => void;
}

/** Timers by due time, equal times in the order in which they were added. */
export class TimerHeap {
  #entries: Entry[] = [];
  #order = 0;

  add(at: number, action: () => void): Timer {
    const entry: Entry = { at, order: this.#order++, action, cancel: () => (entry.action = nothing) };
    this.#entries.push(entry);
    this.#up(this.#entries.length - 1);
    return entry;
  }

  /** When the earliest timer falls due; cancelled ones are skipped. */
  nextAt(): number | undefined {
    while (this.#entries[0]?.action === nothing) this.#pop();
    return this.#entries[0]?.at;
  }

  /** Removes and yields what is due at `now`, including what is added meanwhile for a time not later than `now`. */
  *takeDue(now: number): Generator<{ action: () => void }> {
    for (let at = this.nextAt(); at !== undefined && at <= now; at = this.nextAt()) {
      const entry = this.#pop();
      if (entry) yield entry;
    }
  }

  clear(): void {
    this.#entries = [];
  }

  #pop(): Entry | undefined {
    const first = this.#entries[0];
    const last = this.#entries.pop();
    if (first === undefined || last === undefined || this.#entries.length === 0) return first;
    this.#entries[0] = last;
    this.#down(0);
    return first;
  }

  #up(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#before(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #down(start: number): void {
    let index = start;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      let least = index;
      if (left < this.#entries.length && this.#before(left, least)) least = left;
      if (right < this.#entries.length && this.#before(right, least)) least = right;
      if (least === index) return;
      this.#swap(index, least);
      index = least;
    }
  }

  #before(a: number, b: number): boolean {
    const x = this.#entries[a] as Entry;
    const y = this.#entries[b] as Entry;
    return x.at < y.at || (x.at === y.at && x.order < y.order);
  }

  #swap(a: number, b: number): void {
    const x = this.#entries[a] as Entry;
    this.#entries[a] = this.#entries[b] as Entry;
    this.#entries[b] = x;
  }
}

function nothing(): void {}
