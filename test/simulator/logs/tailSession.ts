import { encodeEvent, encodeException, type EventSink } from '../http/eventStream.ts';
import type { Timer } from '../timerHeap.ts';
import type { StoredEvent } from './eventStore.ts';
import type { FilterPattern } from './filterPattern.ts';
import type { LogGroup } from './logGroup.ts';
import type { LogsState } from './logsState.ts';
import type { LogStream } from './logStream.ts';

const UPDATE_MS = 1000;
const MOST_PER_UPDATE = 500;
const MOST_BUFFERED = 5000;
const SLOW_READER_BYTES = 8 * 1024 * 1024;
const SESSION_MS = 3 * 3_600_000;

export interface TailRequest {
  groups: LogGroup[];
  streamNames: string[];
  streamPrefixes: string[];
  pattern: FilterPattern;
  patternText: string | undefined;
  requestId: string;
  sessionId: string;
}

interface Offered {
  stream: LogStream;
  event: StoredEvent;
}

/** One StartLiveTail: what its groups take in goes out once a second, at most 500 events, the rest by chance left out. */
export class TailSession {
  readonly #logs: LogsState;
  readonly #request: TailRequest;
  readonly #sink: EventSink;
  readonly #timers: Timer[] = [];
  #buffer: Offered[] = [];
  #seen = 0;

  constructor(logs: LogsState, request: TailRequest, sink: EventSink) {
    this.#logs = logs;
    this.#request = request;
    this.#sink = sink;
    logs.sessions.add(this);
    for (const group of request.groups) group.tails.add(this);
    sink.onClose(() => this.#close());
    sink.send(encodeEvent('sessionStart', this.#sessionStart()));
    this.#timers.push(
      logs.clock.every(UPDATE_MS, () => this.#update()),
      logs.clock.after(SESSION_MS, () => this.fail('SessionTimeoutException', 'The session has timed out.')),
    );
  }

  offer(stream: LogStream, event: StoredEvent): void {
    const { streamNames, streamPrefixes, pattern } = this.#request;
    if (streamNames.length > 0 && !streamNames.includes(stream.name)) return;
    if (streamPrefixes.length > 0 && !streamPrefixes.some((prefix) => stream.name.startsWith(prefix))) return;
    if (!pattern(event.message)) return;
    this.#seen += 1;
    if (this.#buffer.length < MOST_BUFFERED) this.#buffer.push({ stream, event });
  }

  /** Ends the session with an exception of its stream. */
  fail(name: 'SessionTimeoutException' | 'SessionStreamingException', message: string): void {
    this.#sink.send(encodeException(name, message));
    this.#sink.end();
    this.#close();
  }

  #update(): void {
    if (this.#sink.backlog() > SLOW_READER_BYTES) return;
    const sampled = this.#seen > MOST_PER_UPDATE;
    const chosen = sampled ? this.#sample() : this.#buffer;
    this.#buffer = [];
    this.#seen = 0;
    const sessionResults = chosen.map(({ stream, event }) => ({
      logStreamName: stream.name,
      logGroupIdentifier: `${stream.group.logs.region.account.id}:${stream.group.name}`,
      message: event.message,
      timestamp: event.timestamp,
      ingestionTime: event.ingestionTime,
    }));
    this.#sink.send(encodeEvent('sessionUpdate', { sessionMetadata: { sampled }, sessionResults }));
  }

  /** A part of what came, in the order in which it came. */
  #sample(): Offered[] {
    const { random } = this.#logs.region.world;
    let needed = MOST_PER_UPDATE;
    return this.#buffer.filter((_, index) => {
      const take = random.chance(needed / (this.#buffer.length - index));
      if (take) needed -= 1;
      return take;
    });
  }

  #sessionStart(): object {
    const { groups, streamNames, streamPrefixes, patternText, requestId, sessionId } = this.#request;
    return {
      requestId,
      sessionId,
      logGroupIdentifiers: groups.map((group) => group.arn),
      logStreamNames: streamNames,
      logStreamNamePrefixes: streamPrefixes,
      logEventFilterPattern: patternText ?? '',
    };
  }

  #close(): void {
    for (const timer of this.#timers) timer.cancel();
    for (const group of this.#request.groups) group.tails.delete(this);
    this.#logs.sessions.delete(this);
  }
}
