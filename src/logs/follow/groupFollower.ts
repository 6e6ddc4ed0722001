import { setImmediate as nextTurn } from 'node:timers/promises';
import { AwsError } from '../../aws/errors.ts';
import type { Timer } from '../../aws/timer.ts';
import { filterPages, type Range } from '../read/filterPages.ts';
import { LiveAttempts } from './liveAttempts.ts';
import type { LiveTail } from './liveTail.ts';
import { byTime, inTimeOrder, type LogEvent } from '../lines/logLine.ts';
import type { LogsApi } from '../read/logsApi.ts';
import { type LogQuery, wantedEvents } from '../read/logQuery.ts';
import type { SourceNotice } from '../marker.ts';
import { parallelPages } from '../read/parallelPages.ts';
import { patiently } from '../read/logRetries.ts';
import { PollWindows } from './pollWindows.ts';
import { Seam } from './seam.ts';

export interface FollowerOptions<L extends LogEvent> {
  api: LogsApi;
  timer: Timer;
  /** Asked for before each request, so that it may change. */
  query: () => LogQuery;
  /** `auto` uses live tail where it is allowed. */
  mode: 'auto' | 'polling';
  /** Milliseconds between two polls; asked for before each. */
  interval: () => number;
  /** Milliseconds by which lines may come late; each poll reads that far back. */
  overlap: number;
  /** Makes lines of the events that are wanted; may ask AWS which task a stream belongs to. */
  select: (events: LogEvent[], signal: AbortSignal) => L[] | Promise<L[]>;
  /** Shows lines in the order given; nothing more is read until it resolves. */
  deliver: (lines: L[]) => void | Promise<void>;
  notice: (notice: SourceNotice) => void;
}

/** A range this far back is read in several slices at once. */
const farBehind = 120_000;

/** A full page, which promises more. */
const fullPage = 1000;

/** Events worked on in one turn of the event loop, which others wait for. */
const portion = 2000;

/** Milliseconds that a scan of a single page may take. */
const quickScan = 200;

/** Milliseconds after a session's start at which its first moments are read once more: polls see lines with a delay. */
const secondLooks = [5000, 60_000];

/** The session's first moments end this long after its start. */
const firstMoments = 2000;

/** Follows one log group: live tail where it can, polling where it must, each line once whichever brought it. */
export class GroupFollower<L extends LogEvent> {
  readonly #options: FollowerOptions<L>;
  readonly #seam: Seam;
  readonly #windows: PollWindows;
  readonly #attempts: LiveAttempts;
  #newestIngestion = 0;
  #showing: Promise<void> = Promise.resolve();

  /** `from`: epoch milliseconds of the oldest line that is wanted. */
  constructor(options: FollowerOptions<L>, from: number, seam = new Seam()) {
    this.#options = options;
    this.#seam = seam;
    this.#windows = new PollWindows(seam, options.overlap, from);
    this.#attempts = new LiveAttempts(options);
  }

  /** Tells the follower of lines that were shown already, so that it does not show them again. */
  remember(events: readonly LogEvent[]): void {
    const pass = this.#seam.beginPass();
    for (const event of events) this.#seam.isNew(event, 'polled', pass);
  }

  /** Starts anew with a query that has changed. */
  requery(): void {
    this.#attempts.close();
  }

  /** Follows until the signal aborts, or throws what waiting cannot mend. A later call goes on where this one stopped. */
  async run(signal: AbortSignal): Promise<void> {
    const { timer, interval } = this.#options;
    let sweep: Promise<void> | undefined;
    try {
      for (;;) {
        signal.throwIfAborted();
        const started = timer.now();
        this.#attempts.begin(signal, () => this.#seam.countSince(started - 30_000) / 30);
        const { range, sweep: due } = this.#windows.next(started);
        if (due && !sweep) {
          sweep = this.#scan(due, signal).finally(() => (sweep = undefined));
          sweep.catch(() => undefined);
        }
        await this.#scan(range, signal);
        // What a long scan holds up is made good by beginning the next one earlier, so that lines keep their pace.
        const held = Math.max(0, timer.now() - started - quickScan);
        await this.#attempts.wait(started + interval() - held - timer.now(), signal);
        const session = this.#attempts.takeSession();
        if (session) await this.#followLive(session, signal);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#attempts.close();
      await sweep?.catch(() => undefined);
    }
  }

  get #group(): string {
    return this.#options.query().group;
  }

  /** Catches up with what came before the session, then shows what it brings until it ends. */
  async #followLive(session: LiveTail, signal: AbortSignal): Promise<void> {
    const { timer, notice } = this.#options;
    const over = new AbortController();
    const during = AbortSignal.any([signal, over.signal]);
    const started = timer.now();
    const pass = this.#seam.beginPass();
    notice({ kind: 'live', group: this.#group });
    try {
      await this.#scan(this.#windows.whole(), signal);
      const to = Math.max(started, this.#windows.newest) + firstMoments;
      void this.#lookAgain(started, { from: this.#windows.whole().from, to }, during);
      for (;;) {
        const next = await session.take();
        signal.throwIfAborted();
        if ('end' in next) return this.#attempts.ended(next.end, timer.now() - started);
        const received = timer.now();
        await this.#show(next.events, 'live', pass, signal);
        this.#windows.covered(received - firstMoments);
      }
    } finally {
      over.abort();
      session.close();
    }
  }

  async #lookAgain(started: number, { from, to }: Required<Range>, signal: AbortSignal): Promise<void> {
    const { timer } = this.#options;
    try {
      for (const look of secondLooks) {
        await timer.sleep(Math.max(0, started + look - timer.now()), signal);
        await this.#scan({ from: Math.max(this.#seam.floor, from), to }, signal);
      }
    } catch (error) {
      if (!signal.aborted) this.#options.notice({ kind: 'trouble', group: this.#group, error: asError(error) });
    }
  }

  /** Reads a window once, from its oldest line to its newest. */
  async #scan(range: Range, signal: AbortSignal): Promise<void> {
    const started = this.#options.timer.now();
    const pass = this.#seam.beginPass();
    // Between two pages more is written: of a stream, a later line may be seen here whose earlier one is not any more.
    // What came in after the beginning is left to the next window.
    const settled = Math.max(started, this.#newestIngestion);
    let pages = 0;
    try {
      for await (const events of this.#pages(range, signal)) {
        const steady = pages === 0 ? events : events.filter((event) => event.ingestionTime <= settled);
        if (steady.length === 0 && events.length > 0) break;
        pages++;
        await this.#show(steady, 'polled', pass, signal);
        for (const { ingestionTime } of events) this.#newestIngestion = Math.max(this.#newestIngestion, ingestionTime);
      }
    } catch (error) {
      // Where a page was answered, the request is right and its token is not: it has expired, or its server restarted.
      if (pages > 0 && error instanceof AwsError && error.kind === 'invalid') return;
      throw error;
    }
    if (range.to === undefined) this.#windows.covered(started);
  }

  /** Pages of a range in time order, of a long past several at once. */
  async *#pages(range: Range, signal: AbortSignal): AsyncGenerator<LogEvent[]> {
    const { api, query, timer } = this.#options;
    const options = { api, query: query(), signal, attempt: this.#patiently(signal) };
    const now = timer.now();
    for await (const { events, more } of filterPages({ ...options, range })) {
      const last = events.at(-1)?.timestamp ?? 0;
      const span = last - range.from;
      if (!more || events.length < fullPage || span < 1 || now - last < farBehind) {
        yield events;
        continue;
      }
      // The slices begin at the last millisecond of this page, which may go on in the next.
      yield events.filter((event) => event.timestamp < last);
      const to = Math.min(range.to ?? Infinity, now - farBehind / 4);
      yield* parallelPages({ ...options, range: { from: last, to }, density: { events: events.length, span } });
      if (to !== range.to) yield* this.#pages({ from: to + 1, to: range.to }, signal);
      return;
    }
  }

  /** One batch after the other, so that sources that run at the same time do not overtake each other. */
  #show(events: LogEvent[], lane: 'polled' | 'live', pass: number, signal: AbortSignal): Promise<void> {
    const shown = this.#showing.then(() => this.#showNow(events, lane, pass, signal));
    this.#showing = shown.catch(() => undefined);
    return shown;
  }

  async #showNow(events: LogEvent[], lane: 'polled' | 'live', pass: number, signal: AbortSignal): Promise<void> {
    if (events.length === 0) return;
    const { query, select } = this.#options;
    const wanted = await select(wantedEvents(query(), events), signal);
    for (let at = 0; at < wanted.length; at += portion) {
      if (at > 0) await nextTurn();
      signal.throwIfAborted();
      await this.#showPortion(wanted.slice(at, at + portion), lane, pass);
    }
  }

  async #showPortion(lines: L[], lane: 'polled' | 'live', pass: number): Promise<void> {
    const fresh = lines.filter((line) => this.#seam.isNew(line, lane, pass));
    if (fresh.length === 0) return;
    if (!inTimeOrder(fresh)) fresh.sort(byTime);
    this.#windows.seen(fresh);
    await this.#options.deliver(fresh);
  }

  #patiently(signal: AbortSignal): <T>(send: () => Promise<T>) => Promise<T> {
    const { timer, notice } = this.#options;
    const group = this.#group;
    return (send) =>
      patiently(send, {
        timer,
        signal,
        onTrouble: (error) => notice({ kind: 'trouble', group, error }),
        onRecovered: () => notice({ kind: 'recovered', group }),
      });
  }
}

function asError(error: unknown): AwsError {
  return error instanceof AwsError ? error : new AwsError('unknown', String(error));
}
