/** The two ways in which an event can be met; each counts for itself. */
export type Lane = 'polled' | 'live';

const initialSlots = 256;
const most = 0xffff;
/** Columns of a row: how often shown, then for each lane how often met and in which pass. */
const width = 5;
const columns = { polled: 1, live: 3 } satisfies Record<Lane, number>;

/**
 * How often each event was met and shown. Events with equal contents are told apart by number only: whoever meets
 * three in one pass where two were shown, has met a third. An open-addressing table over typed arrays, because
 * hundreds of thousands of entries in a Map would cost more memory than the lines themselves.
 */
export class IdentityTable {
  #slots = initialSlots;
  #keys = new Uint32Array(initialSlots * 2);
  #rows = new Uint16Array(initialSlots * width);
  size = 0;

  /** Counts one more meeting in this pass; true when it is one more than was ever shown. */
  meet(high: number, low: number, lane: Lane, pass: number): boolean {
    const slot = this.#slot(high, low);
    const row = slot * width;
    const shown = this.#rows[row] ?? 0;
    if (shown === 0) this.#take(slot, high, low);
    const column = row + columns[lane];
    const samePass = this.#rows[column + 1] === (pass & most);
    const met = Math.min(most, (samePass ? (this.#rows[column] ?? 0) : 0) + 1);
    this.#rows[column] = met;
    this.#rows[column + 1] = pass & most;
    if (met <= shown) return false;
    this.#rows[row] = met;
    if (shown === 0 && ++this.size * 3 > this.#slots * 2) this.#grow();
    return true;
  }

  /** A slot is free as long as nothing was shown for it. */
  #slot(high: number, low: number): number {
    const mask = this.#slots - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      if (this.#rows[slot * width] === 0) return slot;
      if (this.#keys[slot * 2] === high && this.#keys[slot * 2 + 1] === low) return slot;
    }
  }

  #take(slot: number, high: number, low: number): void {
    this.#keys[slot * 2] = high;
    this.#keys[slot * 2 + 1] = low;
  }

  #grow(): void {
    const [keys, rows, slots] = [this.#keys, this.#rows, this.#slots];
    this.#slots = slots * 2;
    this.#keys = new Uint32Array(this.#slots * 2);
    this.#rows = new Uint16Array(this.#slots * width);
    for (let old = 0; old < slots; old++) {
      if (rows[old * width] === 0) continue;
      const [high = 0, low = 0] = [keys[old * 2], keys[old * 2 + 1]];
      const slot = this.#slot(high, low);
      this.#take(slot, high, low);
      this.#rows.set(rows.subarray(old * width, (old + 1) * width), slot * width);
    }
  }
}
