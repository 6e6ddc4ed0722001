import type { StoredEvent } from './eventStore.ts';
import type { LogStream } from './logStream.ts';

export interface StreamEvent {
  stream: LogStream;
  event: StoredEvent;
}

interface Head {
  stream: LogStream;
  rest: Iterator<StoredEvent>;
  event: StoredEvent;
}

/** Events of several streams as one sequence by time and arrival; `sources` are sorted the same way, `direction` says which. */
export function* mergeEvents(
  sources: readonly { stream: LogStream; events: Iterable<StoredEvent> }[],
  direction: 'forward' | 'backward',
): Generator<StreamEvent> {
  const sign = direction === 'forward' ? 1 : -1;
  const heap: Head[] = [];
  for (const { stream, events } of sources) {
    const rest = events[Symbol.iterator]();
    const first = rest.next();
    if (!first.done) push(heap, { stream, rest, event: first.value }, sign);
  }
  while (heap.length > 0) {
    const head = heap[0] as Head;
    yield { stream: head.stream, event: head.event };
    const next = head.rest.next();
    if (next.done) {
      const last = heap.pop() as Head;
      if (heap.length === 0) return;
      heap[0] = last;
    } else {
      head.event = next.value;
    }
    sink(heap, sign);
  }
}

function before(a: Head, b: Head, sign: number): boolean {
  const byTime = a.event.timestamp - b.event.timestamp;
  return (byTime === 0 ? a.event.order - b.event.order : byTime) * sign < 0;
}

function push(heap: Head[], head: Head, sign: number): void {
  heap.push(head);
  for (let index = heap.length - 1; index > 0;) {
    const parent = (index - 1) >> 1;
    if (!before(heap[index] as Head, heap[parent] as Head, sign)) return;
    swap(heap, index, parent);
    index = parent;
  }
}

function sink(heap: Head[], sign: number): void {
  for (let index = 0; ;) {
    let least = index;
    for (const child of [2 * index + 1, 2 * index + 2]) {
      if (child < heap.length && before(heap[child] as Head, heap[least] as Head, sign)) least = child;
    }
    if (least === index) return;
    swap(heap, index, least);
    index = least;
  }
}

function swap(heap: Head[], a: number, b: number): void {
  const head = heap[a] as Head;
  heap[a] = heap[b] as Head;
  heap[b] = head;
}
