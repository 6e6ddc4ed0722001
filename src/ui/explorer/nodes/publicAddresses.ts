import type { Connection } from '../../../aws/connection/connection.ts';
import { AwsError } from '../../../aws/errors.ts';
import { fetchPublicAddresses } from '../../../aws/read/networkInterfaces.ts';

/** What is known of an interface's public address: there is one, there is none, or why nobody can say. */
export type PublicAddress =
  | { state: 'asking' }
  | { state: 'known'; address: string | undefined }
  | { state: 'unknown'; missing: string | undefined; askAgainAt: number };

/** Milliseconds in which tasks are opened together: a window that opens with its tree shows many at once. */
const together = 30;

/** Milliseconds after which whoever could not answer is asked again. */
const pause = 300_000;

/** So many interfaces are remembered of a connection at most. */
const limit = 2000;

type Known = Map<string, PublicAddress>;

/** The public addresses of the tasks that were opened: one call for all that are opened at once, none for what is known. */
export class PublicAddresses {
  readonly #now: () => number;
  readonly #known = new WeakMap<Connection, Known>();
  readonly #waiting = new Map<Connection, Map<string, () => void>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  get(connection: Connection, interfaceId: string | undefined): PublicAddress | undefined {
    return interfaceId === undefined ? undefined : this.#known.get(connection)?.get(interfaceId);
  }

  /** Has the address of an interface read unless it is known; `changed` is called when there is something new to show. */
  ask(connection: Connection, interfaceId: string, changed: () => void): void {
    const known = this.#of(connection);
    const before = known.get(interfaceId);
    if (before && (before.state !== 'unknown' || before.askAgainAt > this.#now())) return;
    known.set(interfaceId, { state: 'asking' });
    const waiting = this.#waiting.get(connection) ?? new Map<string, () => void>();
    if (waiting.size === 0) setTimeout(() => void this.#read(connection), together).unref();
    waiting.set(interfaceId, changed);
    this.#waiting.set(connection, waiting);
  }

  /** Lets those be asked for again that nobody could say: somebody wants it read anew. */
  resumeNow(connection: Connection): void {
    const known = this.#of(connection);
    for (const [id, address] of known) if (address.state === 'unknown') known.delete(id);
  }

  async #read(connection: Connection): Promise<void> {
    const waiting = this.#waiting.get(connection) ?? new Map<string, () => void>();
    this.#waiting.delete(connection);
    const known = this.#of(connection);
    try {
      const found = await fetchPublicAddresses(connection, [...waiting.keys()]);
      if (known.size > limit) known.clear();
      for (const id of waiting.keys()) known.set(id, { state: 'known', address: found.get(id) });
    } catch (error) {
      const missing = error instanceof AwsError && error.kind === 'denied' ? error.permission : undefined;
      const askAgainAt = this.#now() + pause;
      for (const id of waiting.keys()) known.set(id, { state: 'unknown', missing, askAgainAt });
    }
    for (const changed of waiting.values()) changed();
  }

  #of(connection: Connection): Known {
    const found = this.#known.get(connection) ?? (new Map() as Known);
    this.#known.set(connection, found);
    return found;
  }
}
