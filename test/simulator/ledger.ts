import { matchesGlob } from './globs.ts';

/** One request that reached the server, whatever became of it. */
export interface LedgerEntry {
  readonly index: number;
  /** Wall time of arrival, epoch milliseconds. */
  readonly time: number;
  /** The simulated clock at arrival, epoch milliseconds. */
  readonly clockTime: number;
  account: string;
  region: string;
  /** `ecs`, `logs`, `sts` … as in the SigV4 scope, empty when the request could not be read. */
  service: string;
  operation: string;
  accessKeyId: string;
  input: Record<string, unknown>;
  /** HTTP status that was sent, 0 while under way or when the connection was cut. */
  status: number;
  errorCode?: string;
  /** Whether the operation itself ran to its end, even if its answer never arrived. */
  performed: boolean;
  /** Whether the account is different for it. */
  changed: boolean;
  /** Kinds of the faults that hit this request. */
  faults: string[];
  /** Wall milliseconds until the answer was written, undefined while under way. */
  durationMs?: number;
}

/** Every request the server received, in order of arrival. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];
  #next = 0;

  open(time: number, clockTime: number): LedgerEntry {
    const entry: LedgerEntry = {
      index: this.#next++,
      time,
      clockTime,
      account: '',
      region: '',
      service: '',
      operation: '',
      accessKeyId: '',
      input: {},
      status: 0,
      performed: false,
      changed: false,
      faults: [],
    };
    this.entries.push(entry);
    return entry;
  }

  /** A place in the ledger; give it to the queries to see only what came after. */
  mark(): number {
    return this.#next;
  }

  /** Entries since `mark`, of the operations that match a glob such as `ecs:Describe*`. */
  since(mark = 0, operation = '*'): LedgerEntry[] {
    return this.entries.filter((entry) => entry.index >= mark && matches(entry, operation));
  }

  /** How many requests matched; all of them unless a glob or a mark narrows it. */
  count(operation = '*', mark = 0): number {
    return this.since(mark, operation).length;
  }

  /** Requests per `service:Operation`. */
  counts(mark = 0): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const entry of this.since(mark)) {
      const name = `${entry.service}:${entry.operation}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }

  /** What was changed in the account since `mark`. */
  changes(mark = 0): LedgerEntry[] {
    return this.since(mark).filter((entry) => entry.changed);
  }

  clear(): void {
    this.entries.length = 0;
  }
}

function matches(entry: LedgerEntry, operation: string): boolean {
  return operation === '*' || matchesGlob(operation, `${entry.service}:${entry.operation}`);
}
