import type { EventPosition, StoredEvent } from './eventStore.ts';

interface OpenColumns {
  timestamps: number[];
  ingestionTimes: number[];
  orders: number[];
  messages: string[];
}

interface SealedColumns {
  timestamps: Float64Array;
  ingestionTimes: Float64Array;
  orders: Float64Array;
  /** All messages one after the other. */
  text: Buffer;
  encoding: 'latin1' | 'utf16le';
  /** Where each message ends, in characters. */
  ends: Uint32Array;
}

/** A run of events in order, column by column. Sealed, it takes a third of the memory and none of the collector's time. */
export class EventChunk {
  #open: OpenColumns | undefined;
  #sealed: SealedColumns | undefined;

  constructor(columns: OpenColumns = { timestamps: [], ingestionTimes: [], orders: [], messages: [] }) {
    this.#open = columns;
  }

  get length(): number {
    return (this.#open ?? this.#sealed)?.orders.length ?? 0;
  }

  at(index: number): StoredEvent {
    const columns = this.#open ?? (this.#sealed as SealedColumns);
    return {
      timestamp: columns.timestamps[index] as number,
      ingestionTime: columns.ingestionTimes[index] as number,
      order: columns.orders[index] as number,
      message: this.#open ? (this.#open.messages[index] as string) : messageAt(this.#sealed as SealedColumns, index),
    };
  }

  /** Whether the event at `index` lies after `position`. */
  isAfter(index: number, position: EventPosition): boolean {
    const columns = this.#open ?? (this.#sealed as SealedColumns);
    const timestamp = columns.timestamps[index] as number;
    if (timestamp !== position.timestamp) return timestamp > position.timestamp;
    return (columns.orders[index] as number) > position.order;
  }

  /** Index of the first event after `position`. */
  placeOf(position: EventPosition): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.isAfter(middle, position)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  insert(index: number, event: StoredEvent): void {
    const columns = this.#unsealed();
    if (index === columns.orders.length) {
      columns.timestamps.push(event.timestamp);
      columns.ingestionTimes.push(event.ingestionTime);
      columns.orders.push(event.order);
      columns.messages.push(event.message);
      return;
    }
    columns.timestamps.splice(index, 0, event.timestamp);
    columns.ingestionTimes.splice(index, 0, event.ingestionTime);
    columns.orders.splice(index, 0, event.order);
    columns.messages.splice(index, 0, event.message);
  }

  /** Cuts everything from `index` off into a chunk of its own. */
  splitOff(index: number): EventChunk {
    const columns = this.#unsealed();
    return new EventChunk({
      timestamps: columns.timestamps.splice(index),
      ingestionTimes: columns.ingestionTimes.splice(index),
      orders: columns.orders.splice(index),
      messages: columns.messages.splice(index),
    });
  }

  /** Packs the chunk; a later insertion unpacks it again. */
  seal(): void {
    if (!this.#open) return;
    const { timestamps, ingestionTimes, orders, messages } = this.#open;
    const text = messages.join('');
    const encoding = /^[\0-\xff]*$/.test(text) ? 'latin1' : 'utf16le';
    const ends = new Uint32Array(messages.length);
    let end = 0;
    for (const [index, message] of messages.entries()) ends[index] = end += message.length;
    this.#sealed = {
      timestamps: Float64Array.from(timestamps),
      ingestionTimes: Float64Array.from(ingestionTimes),
      orders: Float64Array.from(orders),
      text: Buffer.from(text, encoding),
      encoding,
      ends,
    };
    this.#open = undefined;
  }

  #unsealed(): OpenColumns {
    const sealed = this.#sealed;
    if (sealed) {
      this.#open = {
        timestamps: [...sealed.timestamps],
        ingestionTimes: [...sealed.ingestionTimes],
        orders: [...sealed.orders],
        messages: Array.from({ length: sealed.ends.length }, (_, index) => messageAt(sealed, index)),
      };
      this.#sealed = undefined;
    }
    return this.#open as OpenColumns;
  }
}

function messageAt({ text, encoding, ends }: SealedColumns, index: number): string {
  const width = encoding === 'latin1' ? 1 : 2;
  const start = index === 0 ? 0 : (ends[index - 1] as number);
  return text.toString(encoding, start * width, (ends[index] as number) * width);
}
