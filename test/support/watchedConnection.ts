import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from '../../src/aws/connection/connection.ts';
import { turns } from './heldTimer.ts';

/** A connection of which a test knows what is under way. */
export interface WatchedConnection {
  readonly connection: Connection;
  /** How many calls were begun. */
  readonly calls: () => number;
  /** Waits until nothing is under way and nobody was about to ask for more. */
  readonly settled: () => Promise<void>;
}

/** Watches a connection, whose clock stays as far from the server's as it is: beside a held one it must not wander. */
export function watchConnection(connection: Connection): WatchedConnection {
  let calls = 0;
  const underWay = new Set<object>();
  const watched = withCalls(connection, async (call) => {
    calls++;
    const one = {};
    underWay.add(one);
    try {
      return await call();
    } finally {
      underWay.delete(one);
    }
  });
  const settled = async (): Promise<void> => {
    do {
      while (underWay.size > 0) await delay(1);
      await turns();
    } while (underWay.size > 0);
  };
  return { connection: watched, calls: () => calls, settled };
}

/** A connection that counts the round trips in which it is used: answers wait for those to what was asked beside them. */
export interface RoundTripConnection {
  readonly connection: Connection;
  readonly roundTrips: () => number;
}

export function countRoundTrips(connection: Connection): RoundTripConnection {
  let count = 0;
  let unanswered = 0;
  let end: PromiseWithResolvers<void> | undefined;
  const watched = withCalls(connection, async (call) => {
    const trip = (end ??= Promise.withResolvers());
    unanswered++;
    const [answer] = await Promise.allSettled([call()]);
    unanswered--;
    // Others may be about to ask at the same time.
    await turns();
    if (unanswered === 0 && end === trip) {
      count++;
      end = undefined;
      trip.resolve();
    }
    await trip.promise;
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
  return { connection: watched, roundTrips: () => count };
}

const calls = new Set<PropertyKey>(['read', 'change', 'identity']);

/** The connection, with `around` each of its calls. */
function withCalls(connection: Connection, around: (call: () => Promise<unknown>) => Promise<unknown>): Connection {
  const { clockOffset } = connection;
  return new Proxy(connection, {
    get(target, key) {
      if (key === 'clockOffset') return clockOffset;
      // As the target's own, for what is private is not the proxy's.
      const value = Reflect.get(target, key, target) as unknown;
      if (typeof value !== 'function') return value;
      const method = value.bind(target) as (...input: unknown[]) => Promise<unknown>;
      return calls.has(key) ? (...input: unknown[]) => around(() => method(...input)) : method;
    },
  });
}
