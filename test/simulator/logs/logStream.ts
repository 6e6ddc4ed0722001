import { EventStore, type StoredEvent } from './eventStore.ts';
import type { LogGroup } from './logGroup.ts';

export interface NewEvent {
  /** Epoch milliseconds. */
  timestamp: number;
  message: string;
  /** Epoch milliseconds, when it is not the moment of its arrival. */
  ingestionTime?: number;
}

/** A log stream and its events. */
export class LogStream {
  readonly group: LogGroup;
  readonly name: string;
  readonly creationTime: number;
  readonly #events = new EventStore();
  #past: (() => readonly NewEvent[]) | undefined;
  #lastIngestionTime: number | undefined;

  constructor(group: LogGroup, name: string, creationTime: number) {
    this.group = group;
    this.name = name;
    this.creationTime = creationTime;
  }

  get arn(): string {
    return `${this.group.arn}:log-stream:${this.name}`;
  }

  get events(): EventStore {
    this.#recall();
    return this.#events;
  }

  /** Epoch milliseconds. */
  get lastIngestionTime(): number | undefined {
    this.#recall();
    return this.#lastIngestionTime;
  }

  /** Takes events in; readers see them when the Region's ingestion delay has passed. */
  put(events: readonly NewEvent[]): void {
    const { clock, ingestionDelay } = this.group.logs;
    const delay = typeof ingestionDelay === 'function' ? ingestionDelay(this) : ingestionDelay;
    if (delay > 0) clock.after(delay, () => this.#ingest(events));
    else this.#ingest(events);
  }

  /** Gives the stream what was written before the account came to life: thought up when it is first read, which few are. */
  remember(past: () => readonly NewEvent[]): void {
    this.#past = past;
  }

  #recall(): void {
    const past = this.#past;
    this.#past = undefined;
    if (past) this.#ingest(past());
  }

  #ingest(events: readonly NewEvent[]): void {
    const now = this.group.logs.clock.now();
    const tails = this.group.tails;
    for (const { timestamp, message, ingestionTime = now } of events) {
      const stored: StoredEvent = { timestamp, message, ingestionTime, order: this.group.nextOrder() };
      this.#lastIngestionTime = Math.max(this.#lastIngestionTime ?? 0, ingestionTime);
      this.#events.insert(stored);
      for (const tail of tails) tail.offer(this, stored);
    }
  }
}
