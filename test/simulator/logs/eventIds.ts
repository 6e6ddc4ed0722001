import type { EventPosition } from './eventStore.ts';

const LENGTH = 56;
const ORDER_DIGITS = 40;

/** The 56-digit id of an event; ids sort as their events do. */
export function eventId({ timestamp, order }: EventPosition): string {
  const time = String(timestamp).padStart(LENGTH - ORDER_DIGITS, '0');
  return time.replace(/^0/, '3') + String(order).padStart(ORDER_DIGITS, '0');
}

/** The place that an id stands for; undefined for text that is none. */
export function parseEventId(id: string): EventPosition | undefined {
  if (!/^\d{56}$/.test(id)) return undefined;
  const timestamp = Number(id.slice(1, LENGTH - ORDER_DIGITS));
  return { timestamp, order: Number(id.slice(LENGTH - ORDER_DIGITS)) };
}
