import { EventChunk } from './eventChunk.ts';

/** An event at rest; `order` counts the arrivals in its group and breaks ties of the timestamp. */
export interface StoredEvent {
  timestamp: number;
  ingestionTime: number;
  message: string;
  order: number;
}

/** A place between events: everything up to and including this one lies before it. */
export interface EventPosition {
  timestamp: number;
  order: number;
}

const CHUNK = 4096;

/** Events sorted by time and arrival, in chunks, so that millions of them stay small and quick to search. */
export class EventStore {
  readonly #chunks: EventChunk[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get first(): StoredEvent | undefined {
    return this.#chunks[0]?.at(0);
  }

  get last(): StoredEvent | undefined {
    const chunk = this.#chunks.at(-1);
    return chunk?.at(chunk.length - 1);
  }

  insert(event: StoredEvent): void {
    this.#size += 1;
    const index = this.#chunkFor(event);
    const chunk = this.#chunks[index];
    const at = chunk?.placeOf(event) ?? 0;
    if (!chunk || (at === chunk.length && chunk.length >= CHUNK && index === this.#chunks.length - 1)) {
      chunk?.seal();
      const fresh = new EventChunk();
      fresh.insert(0, event);
      this.#chunks.push(fresh);
      return;
    }
    chunk.insert(at, event);
    if (chunk.length > 2 * CHUNK) this.#chunks.splice(index + 1, 0, chunk.splitOff(CHUNK));
  }

  /** Events after `position` (from the start unless given), oldest first. */
  *after(position?: EventPosition): Generator<StoredEvent> {
    let index = position ? this.#chunkFor(position) : 0;
    let at = position ? (this.#chunks[index]?.placeOf(position) ?? 0) : 0;
    for (; index < this.#chunks.length; index++, at = 0) {
      const chunk = this.#chunks[index] as EventChunk;
      for (; at < chunk.length; at++) yield chunk.at(at);
    }
  }

  /** Events before `position` (from the end unless given), newest first; `position` itself is left out. */
  *before(position?: EventPosition): Generator<StoredEvent> {
    const limit = position && { timestamp: position.timestamp, order: position.order - 1 };
    let index = limit ? Math.min(this.#chunkFor(limit), this.#chunks.length - 1) : this.#chunks.length - 1;
    let at = limit ? (this.#chunks[index]?.placeOf(limit) ?? 0) - 1 : Number.POSITIVE_INFINITY;
    for (; index >= 0; index--, at = Number.POSITIVE_INFINITY) {
      const chunk = this.#chunks[index] as EventChunk;
      for (at = Math.min(at, chunk.length - 1); at >= 0; at--) yield chunk.at(at);
    }
  }

  /** The first chunk whose last event lies after `position`, or the last one. */
  #chunkFor(position: EventPosition): number {
    let low = 0;
    let high = Math.max(0, this.#chunks.length - 1);
    while (low < high) {
      const middle = (low + high) >> 1;
      const chunk = this.#chunks[middle] as EventChunk;
      if (chunk.isAfter(chunk.length - 1, position)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
