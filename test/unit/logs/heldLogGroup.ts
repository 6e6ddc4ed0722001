import type {
  FilteredLogEvent,
  FilterLogEventsRequest,
  FilterLogEventsResponse,
  LiveTailSessionLogEvent,
  StartLiveTailRequest,
  StartLiveTailResponseStream,
} from '@aws-sdk/client-cloudwatch-logs';
import { AwsError } from '../../../src/aws/errors.ts';
import type { LogEvent } from '../../../src/logs/lines/logLine.ts';
import type { LogsApi } from '../../../src/logs/read/logsApi.ts';
import type { HeldTimer } from '../../support/heldTimer.ts';

type Stored = LogEvent & { id: number; visibleAt: number };

export interface HeldLogGroupOptions {
  timer: HeldTimer;
  /** Between 0 and 1, for every decision. */
  random?: () => number;
  pageSize?: number;
  /** Milliseconds of a request's way there and back. */
  latency?: () => number;
  /** Milliseconds until a poll sees what live tail has already sent. */
  visibleAfter?: () => number;
  /** Share of pages that come empty with a token. */
  emptyPages?: number;
  /** Thrown instead of an answer where one is given. */
  fault?: (operation: 'FilterLogEvents' | 'StartLiveTail') => AwsError | undefined;
  /** Lines of one update above which it is a sample. */
  sampleAbove?: number;
}

/**
 * One log group in memory on a held clock. It serves the property tests, which need thousands of schedules in seconds;
 * what goes over the wire is tested against the simulated account.
 */
export class HeldLogGroup implements LogsApi {
  readonly calls: { operation: string; at: number; input: object }[] = [];
  readonly #options: HeldLogGroupOptions;
  /** By time, equal times as they arrived. */
  readonly #events: Stored[] = [];
  readonly #sessions = new Set<Session>();
  #ids = 0;

  constructor(options: HeldLogGroupOptions) {
    this.#options = options;
  }

  /** A container's lines arrive. */
  ingest(stream: string, lines: readonly { timestamp: number; message: string }[]): void {
    const now = this.#options.timer.now();
    for (const { timestamp, message } of lines) {
      const visibleAt = now + (this.#options.visibleAfter?.() ?? 0);
      const event = { stream, timestamp, ingestionTime: now, message, id: this.#ids++, visibleAt };
      this.#events.splice(this.#events.findLastIndex((other) => other.timestamp <= timestamp) + 1, 0, event);
      for (const session of this.#sessions) session.pending.push(event);
    }
  }

  /** Ends all sessions the way a lost connection, or the service, does. */
  dropSessions(error?: Error): void {
    for (const session of this.#sessions) session.fail(error);
    this.#sessions.clear();
  }

  get sessions(): number {
    return this.#sessions.size;
  }

  async filterLogEvents(input: FilterLogEventsRequest, signal: AbortSignal): Promise<FilterLogEventsResponse> {
    await this.#travel('FilterLogEvents', input, signal);
    const { pageSize = 10_000, emptyPages = 0, random = Math.random } = this.#options;
    const backwards = input.startFromHead === false;
    const size = Math.min(pageSize, input.limit ?? pageSize);
    const rest = this.#wanted(input, backwards, size + 1);
    if (random() < emptyPages && rest.length > 0) return { events: [], nextToken: input.nextToken ?? start(backwards) };
    const page = rest.slice(0, size);
    const last = page.at(-1);
    return {
      events: page.map(toFilteredEvent),
      nextToken: last && page.length < rest.length ? `${last.timestamp}/${last.id}` : undefined,
    };
  }

  /** The first events, `count` at most, that a request wants. */
  #wanted(input: FilterLogEventsRequest, backwards: boolean, count: number): Stored[] {
    const { startTime = 0, endTime = Infinity, logStreamNamePrefix = '' } = input;
    const now = this.#options.timer.now();
    // A token is a place in the order, not a number of lines: what arrives behind it stays unseen.
    const after = input.nextToken?.split('/').map(Number);
    const step = backwards ? -1 : 1;
    let at = backwards
      ? this.#firstAt(Math.min(endTime, after?.[0] ?? Infinity) + 1) - 1
      : this.#firstAt(Math.max(startTime, after?.[0] ?? 0));
    const found: Stored[] = [];
    for (let event = this.#events[at]; event && found.length < count; event = this.#events[(at += step)]) {
      if (event.timestamp < startTime || event.timestamp > endTime) break;
      if (event.visibleAt > now || !event.stream.startsWith(logStreamNamePrefix)) continue;
      if (!after || isBehind(event, after, backwards)) found.push(event);
    }
    return found;
  }

  /** The place of the first event that is not older than a time. */
  #firstAt(timestamp: number): number {
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.timestamp ?? 0) < timestamp) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  async startLiveTail(
    input: StartLiveTailRequest,
    signal: AbortSignal,
  ): Promise<AsyncIterable<StartLiveTailResponseStream>> {
    await this.#travel('StartLiveTail', input, signal);
    const session = new Session(input.logStreamNamePrefixes ?? [''], this.#options.sampleAbove ?? 500);
    this.#sessions.add(session);
    signal.addEventListener('abort', () => this.#sessions.delete(session), { once: true });
    const tick = (): void => {
      if (!this.#sessions.has(session)) return;
      session.update();
      this.#options.timer.at(this.#options.timer.now() + 1000, tick);
    };
    this.#options.timer.at(this.#options.timer.now() + 1000, tick);
    return session;
  }

  async #travel(operation: 'FilterLogEvents' | 'StartLiveTail', input: object, signal: AbortSignal): Promise<void> {
    const { timer, latency, fault } = this.#options;
    this.calls.push({ operation, at: timer.now(), input });
    await timer.sleep(latency?.() ?? 20, signal).catch(() => {
      throw new AwsError('aborted', 'Cancelled.');
    });
    const error = fault?.(operation);
    if (error) throw error;
  }
}

function isBehind(event: Stored, [timestamp = 0, id = 0]: readonly number[], backwards: boolean): boolean {
  const order = event.timestamp - timestamp || event.id - id;
  return backwards ? order < 0 : order > 0;
}

function start(backwards: boolean): string {
  return backwards ? `${Number.MAX_SAFE_INTEGER}/0` : '0/-1';
}

class Session implements AsyncIterable<StartLiveTailResponseStream> {
  readonly pending: Stored[] = [];
  readonly #prefixes: readonly string[];
  readonly #sampleAbove: number;
  readonly #messages: StartLiveTailResponseStream[] = [{ sessionStart: {} }];
  #over: { error?: Error | undefined } | undefined;
  #wake: () => void = () => undefined;

  constructor(prefixes: readonly string[], sampleAbove: number) {
    this.#prefixes = prefixes;
    this.#sampleAbove = sampleAbove;
  }

  update(): void {
    const events = this.pending
      .splice(0)
      .filter(({ stream }) => this.#prefixes.some((prefix) => stream.startsWith(prefix)));
    const sampled = events.length > this.#sampleAbove;
    const sessionResults = events.slice(0, this.#sampleAbove).map(toLiveEvent);
    this.#messages.push({ sessionUpdate: { sessionMetadata: { sampled }, sessionResults } });
    this.#wake();
  }

  fail(error?: Error): void {
    this.#over = { error };
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<StartLiveTailResponseStream> {
    for (;;) {
      while (this.#messages.length === 0 && !this.#over) await new Promise<void>((resolve) => (this.#wake = resolve));
      const message = this.#messages.shift();
      if (message) yield message;
      else if (this.#over?.error) throw this.#over.error;
      else return;
    }
  }
}

function toFilteredEvent({ stream, timestamp, ingestionTime, message, id }: Stored): FilteredLogEvent {
  return { logStreamName: stream, timestamp, ingestionTime, message, eventId: `${id}` };
}

function toLiveEvent({ stream, timestamp, ingestionTime, message }: Stored): LiveTailSessionLogEvent {
  return { logStreamName: stream, timestamp, ingestionTime, message, logGroupIdentifier: 'group' };
}
