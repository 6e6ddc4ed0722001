import type { LogEvent } from '../lines/logLine.ts';
import { filterPages, type PageOptions, type Range } from './filterPages.ts';

/** Slices of time read at once; more would only queue for the request quota. */
const concurrency = 4;

/** Pages that a slice may hold while those before it are shown. */
const readAhead = 1;

/** How full a slice's page should be: a slice that runs over costs a second request for a few lines. */
const fill = 0.9;

/** The longest slice is this many times as long as the one before it, so that a gap does not hide a flood. */
const growth = 8;

export interface ParallelOptions extends PageOptions {
  range: Required<Range>;
  /** Events of one full page and the milliseconds they span: how long the first slices are. */
  density: { events: number; span: number };
}

/**
 * Reads a long past range in time order, several slices of it at once, because one page after the other leaves most
 * of the quota unused. Slices are cut so that each fills about one page.
 */
export async function* parallelPages(options: ParallelOptions): AsyncGenerator<LogEvent[]> {
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const cutter = new SliceCutter(options);
  const open: Slice[] = [];
  try {
    for (;;) {
      while (open.length < concurrency && cutter.hasMore)
        open.push(new Slice({ ...options, range: cutter.next(), signal }));
      const [first] = open;
      if (!first) return;
      const page = await first.take();
      if (page) yield page;
      else cutter.learn(open.shift()!);
    }
  } finally {
    stop.abort();
  }
}

/** Decides where the next slice ends, from how many events the last ones held. */
class SliceCutter {
  readonly #to: number;
  readonly #target: number;
  #from: number;
  #span: number;

  constructor(options: ParallelOptions) {
    this.#from = options.range.from;
    this.#to = options.range.to;
    this.#target = options.density.events * fill;
    this.#span = Math.max(1, options.density.span * fill);
  }

  get hasMore(): boolean {
    return this.#from <= this.#to;
  }

  next(): Required<Range> {
    const to = Math.min(this.#to, this.#from + Math.ceil(this.#span) - 1);
    const range = { from: this.#from, to };
    this.#from = to + 1;
    return range;
  }

  learn(slice: Slice): void {
    const { from, to } = slice.range;
    const fitting = ((to - from + 1) * this.#target) / Math.max(1, slice.count);
    this.#span = Math.max(1, Math.min(fitting, this.#span * growth));
  }
}

/** Reads its range ahead of being taken, by one page at most. */
class Slice {
  readonly range: Required<Range>;
  count = 0;
  readonly #pages: LogEvent[][] = [];
  #done = false;
  #error: unknown;
  #changed: () => void = () => undefined;
  #taken: () => void = () => undefined;

  constructor(options: PageOptions & { range: Required<Range> }) {
    this.range = options.range;
    void this.#read(options);
  }

  /** The next page with events, or undefined after the last. */
  async take(): Promise<LogEvent[] | undefined> {
    while (this.#pages.length === 0 && !this.#done) await new Promise<void>((resolve) => (this.#changed = resolve));
    if (this.#pages.length === 0 && this.#error !== undefined) throw this.#error;
    const page = this.#pages.shift();
    this.#taken();
    return page;
  }

  async #read(options: PageOptions): Promise<void> {
    try {
      for await (const { events } of filterPages(options)) {
        if (events.length === 0) continue;
        this.count += events.length;
        this.#pages.push(events);
        this.#changed();
        while (this.#pages.length > readAhead && !options.signal.aborted) {
          await new Promise<void>((resolve) => {
            this.#taken = resolve;
            options.signal.addEventListener('abort', () => resolve(), { once: true });
          });
        }
      }
    } catch (error) {
      this.#error = error;
    }
    this.#done = true;
    this.#changed();
  }
}
