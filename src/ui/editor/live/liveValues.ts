import type { AccountValue, ValueKind } from '../../../aws/read/accountValues.ts';
import type { Connection } from '../../../aws/connection/connection.ts';

export type FetchValues = (connection: Connection, kind: ValueKind) => Promise<readonly AccountValue[]>;

interface Entry {
  at: number;
  values: readonly AccountValue[];
  loading: Promise<void> | undefined;
}

/** Milliseconds for which an answer is taken for true. */
const freshFor = 60_000;
/** Kinds that are remembered of one connection: the tags of each repository are a kind of their own. */
const mostKinds = 50;

/** Values of an account, remembered by connection. Asking never waits: it answers what is known and has the rest fetched. */
export class LiveValues {
  readonly #memory = new WeakMap<Connection, Map<ValueKind, Entry>>();
  readonly #fetch: FetchValues;
  readonly #now: () => number;

  constructor(fetch: FetchValues, now: () => number = Date.now) {
    this.#fetch = fetch;
    this.#now = now;
  }

  /** What is known, and a promise while something newer is being fetched. It never rejects. */
  get(
    connection: Connection,
    kind: ValueKind,
  ): { values: readonly AccountValue[]; loading: Promise<void> | undefined } {
    const entry = this.#entry(connection, kind);
    if (!entry.loading && this.#now() - entry.at > freshFor) entry.loading = this.#load(connection, kind, entry);
    return { values: entry.values, loading: entry.loading };
  }

  /** What is known, without asking for more. */
  known(connection: Connection, kind: ValueKind): readonly AccountValue[] {
    return this.#memory.get(connection)?.get(kind)?.values ?? [];
  }

  #entry(connection: Connection, kind: ValueKind): Entry {
    const kinds = this.#memory.get(connection) ?? new Map<ValueKind, Entry>();
    this.#memory.set(connection, kinds);
    const entry = kinds.get(kind) ?? { at: Number.NEGATIVE_INFINITY, values: [], loading: undefined };
    kinds.delete(kind);
    kinds.set(kind, entry);
    const [oldest] = kinds.keys();
    if (kinds.size > mostKinds && oldest !== undefined) kinds.delete(oldest);
    return entry;
  }

  async #load(connection: Connection, kind: ValueKind, entry: Entry): Promise<void> {
    try {
      entry.values = await this.#fetch(connection, kind);
    } catch {
      // Not allowed, or not reachable: completion goes on with what it has, and asks again a minute later.
    } finally {
      entry.at = this.#now();
      entry.loading = undefined;
    }
  }
}
