import { portionOf } from './portionOf.ts';

/** Lines that are to be shown, put into text no earlier than needed. */
export interface Rows {
  /** How many lines they are of. */
  lines: number;
  /** Characters, roughly. */
  size: number;
  /** Rows, each ended by a line feed. */
  text: () => string;
  /** Whether they are shown even when others are left out. */
  lasting?: boolean;
}

export interface Portion {
  text: string;
  /** Lines left out just before the text. */
  leftOut: number;
}

export interface QueueLimits {
  /** Characters that may wait. */
  capacity: number;
  /** Of more, the newest of about so many are kept, and no more than twice as many may wait while the flood lasts. */
  kept: number;
}

/**
 * Rows that wait to be shown. When more come than are taken, the oldest make room: whoever follows a flood wants to
 * see where it has got to.
 */
export class LineQueue {
  readonly #limits: QueueLimits;
  #entries: Rows[] = [];
  #size = 0;
  #leftOut = 0;
  #isFlooded = false;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Lines left out since the last portion was taken. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** Whether lines had to be left out, since `calmDown`. */
  get isFlooded(): boolean {
    return this.#isFlooded;
  }

  calmDown(): void {
    this.#isFlooded = false;
  }

  add(rows: Rows): void {
    // In a flood most rows are never shown; otherwise text takes less memory than what it is made of.
    const entry = this.#isFlooded ? { ...rows } : written(rows);
    this.#entries.push(entry);
    this.#size += entry.size;
    const { capacity, kept } = this.#limits;
    if (this.#size > (this.#isFlooded ? Math.min(capacity, 2 * kept) : capacity)) this.#makeRoom();
  }

  /** The first rows, of `size` characters at most unless one row is longer, and how many lines were left out before. */
  take(size: number): Portion {
    const leftOut = this.#leftOut;
    this.#leftOut = 0;
    let text = '';
    for (let [first] = this.#entries; first && text.length < size; [first] = this.#entries) {
      const whole = first.text();
      const piece = portionOf(whole, size - text.length);
      if (piece.length < whole.length && text !== '' && !piece.endsWith('\n')) break;
      text += piece;
      this.#entries.shift();
      this.#size -= first.size;
      if (piece.length < whole.length) this.#putBack(first, piece, whole.slice(piece.length));
    }
    return { text, leftOut };
  }

  clear(): void {
    this.#entries = [];
    this.#size = 0;
    this.#leftOut = 0;
  }

  #putBack(rows: Rows, taken: string, rest: string): void {
    const lines = Math.max(1, rows.lines - rowsOf(taken));
    this.#entries.unshift({ ...rows, lines, size: rest.length, text: () => rest });
    this.#size += rest.length;
  }

  #makeRoom(): void {
    this.#isFlooded = true;
    const last = this.#entries.length - 1;
    this.#entries = this.#entries.filter(({ lasting, lines, size }, index) => {
      if (lasting || index === last || this.#size <= this.#limits.kept) return true;
      this.#size -= size;
      this.#leftOut += lines;
      return false;
    });
  }
}

function written(rows: Rows): Rows {
  const text = rows.text();
  // Searching a text makes it one string; as it was put together, it would keep its hundred thousand pieces alive.
  text.indexOf('\n');
  return { ...rows, size: text.length, text: () => text };
}

function rowsOf(text: string): number {
  let rows = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) rows++;
  return rows;
}
