import { portionOf } from '../../../logs/lines/portionOf.ts';

/** Lines that are to be shown, put into text no earlier than needed. */
export interface Rows {
  /** How many lines they are of. */
  lines: number;
  /** Characters, roughly. */
  size: number;
  /** Rows, each ended by a line feed; written once, in the order in which they are shown. */
  text: (afterGap: boolean) => string;
  /** Whether they are shown even when others are left out. */
  lasting?: boolean;
}

/** Rows with their text, once it was needed. */
interface Entry extends Rows {
  written?: string;
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
export class RowQueue {
  readonly #limits: QueueLimits;
  #entries: Entry[] = [];
  /** Entries without text; whoever writes the rows may go by those before them, so that none is written ahead of them. */
  #unwritten = 0;
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
    const entry: Entry = { ...rows };
    this.#entries.push(entry);
    this.#size += entry.size;
    this.#unwritten++;
    // In a flood most rows are never shown; otherwise text takes less memory than what it is made of.
    if (!this.#isFlooded && this.#unwritten === 1) this.#write(entry, false);
    const { capacity, kept } = this.#limits;
    if (this.#size > (this.#isFlooded ? Math.min(capacity, 2 * kept) : capacity)) this.#makeRoom();
  }

  /** The first rows, of `size` characters at most unless one row is longer, and how many lines were left out before. */
  take(size: number): Portion {
    const leftOut = this.#leftOut;
    this.#leftOut = 0;
    let text = '';
    for (let [first] = this.#entries; first && text.length < size; [first] = this.#entries) {
      const whole = this.#write(first, text === '' && leftOut > 0);
      const piece = portionOf(whole, size - text.length);
      if (piece.length < whole.length && text !== '' && !piece.endsWith('\n')) break;
      text += piece;
      this.#entries.shift();
      this.#size -= first.size;
      if (piece.length < whole.length) this.#putBack(first, whole.slice(piece.length));
    }
    return { text, leftOut };
  }

  clear(): void {
    this.#entries = [];
    this.#unwritten = 0;
    this.#size = 0;
    this.#leftOut = 0;
  }

  #write(entry: Entry, afterGap: boolean): string {
    if (entry.written !== undefined) return entry.written;
    this.#unwritten--;
    const text = textOf(entry, afterGap);
    // Searching a text makes it one string; as it was put together, it would keep its hundred thousand pieces alive.
    text.indexOf('\n');
    this.#size += text.length - entry.size;
    return Object.assign(entry, { written: text, size: text.length }).written;
  }

  #putBack(entry: Entry, rest: string): void {
    const lines = Math.max(1, Math.round((entry.lines * rest.length) / entry.size));
    this.#entries.unshift({ ...entry, lines, size: rest.length, written: rest });
    this.#size += rest.length;
  }

  #makeRoom(): void {
    this.#isFlooded = true;
    const last = this.#entries.length - 1;
    this.#entries = this.#entries.filter(({ lasting, lines, size, written }, index) => {
      if (lasting || index === last || this.#size <= this.#limits.kept) return true;
      if (written === undefined) this.#unwritten--;
      this.#size -= size;
      this.#leftOut += lines;
      return false;
    });
  }
}

/** Rows that cannot be written must not keep those behind them from being shown. */
function textOf(rows: Rows, afterGap: boolean): string {
  try {
    return rows.text(afterGap);
  } catch (error) {
    return `${String(error)}\n`;
  }
}
