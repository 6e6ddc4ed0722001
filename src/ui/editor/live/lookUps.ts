import type { Connection } from '../../../aws/connection/connection.ts';
import type { Answer } from '../../../verify/lookUp.ts';
import type { AccountClaim } from '../../../taskdef/register/accountClaims.ts';

export type LookUp = (connection: Connection, claim: AccountClaim, signal: AbortSignal) => Promise<Answer>;

interface Entry {
  /** When it was answered, in milliseconds; undefined while it is being asked. */
  at: number | undefined;
  answer: Promise<Answer>;
  waiting: number;
  cancel: AbortController;
}

/** Milliseconds for which an answer is taken for true. */
const freshFor = 60_000;
/** Answers that are remembered of one connection. */
const mostAnswers = 100;

/** What values of files resolve to, remembered by connection. Who asks the same at the same time shares the question, which ends when nobody waits for it any more. */
export class LookUps {
  readonly #memory = new WeakMap<Connection, Map<string, Entry>>();
  readonly #lookUp: LookUp;
  readonly #now: () => number;

  constructor(lookUp: LookUp, now: () => number = Date.now) {
    this.#lookUp = lookUp;
    this.#now = now;
  }

  /** Rejects when `signal` aborts, and where the look-up does. */
  async get(connection: Connection, claim: AccountClaim, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted();
    const { at: _, ...asked } = claim;
    const answers = this.#memory.get(connection) ?? new Map<string, Entry>();
    this.#memory.set(connection, answers);
    const key = JSON.stringify(asked);
    const known = answers.get(key);
    if (known?.at !== undefined && this.#now() - known.at < freshFor) return known.answer;
    const entry = known && known.at === undefined ? known : this.#ask(connection, claim, answers, key);
    return wait(entry, signal, () => forget(answers, key, entry));
  }

  #ask(connection: Connection, claim: AccountClaim, answers: Map<string, Entry>, key: string): Entry {
    const cancel = new AbortController();
    const answer = this.#lookUp(connection, claim, cancel.signal);
    const entry: Entry = { at: undefined, answer, waiting: 0, cancel };
    answers.delete(key);
    answers.set(key, entry);
    const [oldest] = answers.keys();
    if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
    answer.then(
      ({ lasting }) => {
        if (lasting) entry.at = this.#now();
        else forget(answers, key, entry);
      },
      () => forget(answers, key, entry),
    );
    return entry;
  }
}

function forget(answers: Map<string, Entry>, key: string, entry: Entry): void {
  if (answers.get(key) === entry) answers.delete(key);
}

async function wait(entry: Entry, signal: AbortSignal, onLast: () => void): Promise<Answer> {
  entry.waiting++;
  const left = Promise.withResolvers<never>();
  const leave = (): void => {
    left.reject(signal.reason);
    if (--entry.waiting > 0) return;
    onLast();
    entry.cancel.abort();
  };
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([entry.answer, left.promise]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
