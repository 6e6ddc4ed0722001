import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { eventId, parseEventId } from '../../simulator/logs/eventIds.ts';
import { EventStore, type StoredEvent } from '../../simulator/logs/eventStore.ts';

function stored(timestamps: readonly number[]): { store: EventStore; sorted: StoredEvent[] } {
  const store = new EventStore();
  const events = timestamps.map((timestamp, order) => ({
    timestamp,
    order,
    message: `m${order}`,
    ingestionTime: order,
  }));
  for (const event of events) store.insert(event);
  return { store, sorted: events.toSorted((a, b) => a.timestamp - b.timestamp || a.order - b.order) };
}

test('events come back sorted from any place, both ways, in whatever order they arrived', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 200 }), fc.nat(), (timestamps, pick) => {
      const { store, sorted } = stored(timestamps);
      assert.deepEqual([...store.after()], sorted);
      assert.deepEqual([...store.before()], sorted.toReversed());
      const at = sorted.length > 0 ? pick % sorted.length : 0;
      const position = sorted[at] ?? { timestamp: 5, order: 0 };
      const index = sorted.length > 0 ? at : -1;
      assert.deepEqual([...store.after(position)], sorted.slice(index + 1));
      assert.deepEqual([...store.before(position)], sorted.slice(0, Math.max(0, index)).toReversed());
    }),
  );
});

test('chunks split and keep their order with many late events', () => {
  const timestamps = Array.from({ length: 40_000 }, (_, index) => (index * 7919) % 10_007);
  const { store, sorted } = stored(timestamps);
  assert.equal(store.size, 40_000);
  const all = [...store.after()];
  assert.equal(all.length, sorted.length);
  assert.deepEqual(all[20_000], sorted[20_000]);
  assert.ok(all.every((event, index) => event.order === sorted[index]?.order));
  assert.equal(store.last?.timestamp, 10_006);
});

test('an event id says where its event is, and ids sort as events do', () => {
  const early = { timestamp: 1_700_000_000_000, order: 9 };
  const late = { timestamp: 1_700_000_000_000, order: 10 };
  assert.deepEqual(parseEventId(eventId(early)), early);
  assert.ok(eventId(early) < eventId(late));
  assert.equal(parseEventId('12'), undefined);
});

test('a million events go in and are found again quickly', () => {
  const store = new EventStore();
  const before = process.cpuUsage();
  for (let order = 0; order < 1_000_000; order++)
    store.insert({ timestamp: order, order, message: 'x', ingestionTime: order });
  for (let probe = 0; probe < 1000; probe++) {
    const [found] = store.after({ timestamp: probe * 999, order: probe * 999 });
    assert.equal(found?.order, probe * 999 + 1);
  }
  assert.ok(process.cpuUsage(before).user < 5_000_000);
});

test('a sealed chunk keeps its text, whatever its characters, and takes late events', () => {
  const store = new EventStore();
  const messages = ['plain', 'grüße', 'ok ✓', '', 'zwei\nZeilen'];
  for (let order = 0; order < 10_000; order++) {
    store.insert({ timestamp: order * 2, order, ingestionTime: order, message: `${messages[order % 5]} ${order}` });
  }
  store.insert({ timestamp: 7, order: 10_000, ingestionTime: 10_000, message: 'späť' });
  const all = [...store.after()];
  assert.equal(all[4]?.message, 'späť');
  assert.ok(
    all
      .filter((event) => event.order < 10_000)
      .every(({ message, order }) => message === `${messages[order % 5]} ${order}`),
  );
});
