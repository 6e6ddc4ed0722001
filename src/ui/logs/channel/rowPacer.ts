import { RowQueue, type QueueLimits, type Rows } from './rowQueue.ts';

/** How much is handed on, in characters and milliseconds. */
export interface Pace {
  /** Handed on at once. */
  portion: number;
  /** From one portion to the next. */
  pause: number;
  /** The same while lines have to be left out: enough to see that they come and what they are. */
  floodPortion: number;
  floodPause: number;
  /** What may wait, and how much of it is kept when more comes. */
  waiting: QueueLimits;
}

/** What VS Code shows of an output channel without holding up the extension host, which keeps a copy of what is in view. */
export const channelPace: Pace = {
  portion: 512 * 1024,
  pause: 250,
  floodPortion: 16 * 1024,
  floodPause: 1000,
  waiting: { capacity: 8e6, kept: 1e6 },
};

/** Hands rows on in portions, at a pace that whoever shows them can keep. */
export class RowPacer {
  readonly #pace: Pace;
  readonly #show: (text: string, leftOut: number) => void;
  readonly #waiting: RowQueue;
  #timer: NodeJS.Timeout | undefined;
  #last = -Infinity;

  /** @param show Gets whole rows, and how many lines were left out before them. */
  constructor(pace: Pace, show: (text: string, leftOut: number) => void) {
    this.#pace = pace;
    this.#show = show;
    this.#waiting = new RowQueue(pace.waiting);
  }

  add(rows: Rows): void {
    this.#waiting.add(rows);
    this.#schedule();
  }

  /** Forgets what waits. */
  clear(): void {
    this.#waiting.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#waiting.isEmpty) return;
    const { pause, floodPause } = this.#pace;
    const wait = this.#last + (this.#waiting.isFlooded ? floodPause : pause) - performance.now();
    this.#timer = setTimeout(() => this.#next(), Math.max(0, wait));
  }

  #next(): void {
    this.#timer = undefined;
    this.#last = performance.now();
    if (this.#waiting.leftOut === 0) this.#waiting.calmDown();
    const { portion, floodPortion } = this.#pace;
    const { text, leftOut } = this.#waiting.take(this.#waiting.isFlooded ? floodPortion : portion);
    this.#show(text, leftOut);
    this.#schedule();
  }
}
