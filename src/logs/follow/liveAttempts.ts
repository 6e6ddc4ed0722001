import { AwsError, httpStatus } from '../../aws/errors.ts';
import type { Timer } from '../../aws/timer.ts';
import { type LiveEnd, LiveTail } from './liveTail.ts';
import type { LogsApi } from '../read/logsApi.ts';
import type { LogQuery } from '../read/logQuery.ts';
import type { PollingReason, SourceNotice } from '../marker.ts';

/** Milliseconds until a session is tried again, by why there is none. */
const retryAfter: Record<PollingReason, number> = {
  denied: Infinity,
  unsupported: Infinity,
  limit: 300_000,
  sampled: 30_000,
  unreachable: 30_000,
};

/** HTTP statuses by which emulators say that they know no live tail; of AWS they would be nobody's business. */
const notBuilt = new Set([404, 405, 501]);

/** A session that lasted this long is opened again at once. */
const healthySession = 60_000;

/** Lines a second below which live tail, which samples above 500, is worth trying again. */
const calmRate = 300;

export interface LiveOptions {
  api: LogsApi;
  query: () => LogQuery;
  timer: Timer;
  mode: 'auto' | 'polling';
  notice: (notice: SourceNotice) => void;
}

/** Opens live-tail sessions beside the polling, and remembers when to try again. */
export class LiveAttempts {
  readonly #options: LiveOptions;
  #notBefore = Number.NEGATIVE_INFINITY;
  #failures = 0;
  #said: PollingReason | undefined;
  #busy = false;
  #opening: AbortController | undefined;
  #session: LiveTail | undefined;
  #wake: () => void = () => undefined;

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  /** Starts opening a session unless one is coming, or it is too early. `rate` is in lines a second. */
  begin(signal: AbortSignal, rate: () => number): void {
    const { mode, timer } = this.#options;
    if (mode === 'polling' || this.#opening || timer.now() < this.#notBefore) return;
    if (this.#busy && rate() > calmRate) return;
    const opening = new AbortController();
    this.#opening = opening;
    void this.#open(opening, AbortSignal.any([signal, opening.signal]));
  }

  /** Waits, but not longer than until a session is there. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (this.#session || ms <= 0) return;
    const woken = new AbortController();
    this.#wake = () => woken.abort();
    try {
      await this.#options.timer.sleep(ms, AbortSignal.any([signal, woken.signal]));
    } catch (error) {
      if (!woken.signal.aborted || signal.aborted) throw error;
    }
  }

  takeSession(): LiveTail | undefined {
    const session = this.#session;
    this.#session = undefined;
    return session;
  }

  /** Tells of a session's end after `lasted` milliseconds. */
  ended(end: LiveEnd, lasted: number): void {
    this.#opening = undefined;
    if (lasted >= healthySession) {
      this.#failures = 0;
      this.#said = undefined;
    }
    if (end.reason === 'closed') return;
    if (end.reason === 'sampled') this.#postpone('sampled');
    else if (lasted < healthySession) this.#postpone('unreachable', end.reason === 'dropped' ? end.error : undefined);
  }

  /** Ends the session, or the opening of one; `begin` may start another. */
  close(): void {
    this.#opening?.abort();
    this.#opening = undefined;
    this.#session?.close();
    this.#session = undefined;
    this.#wake();
  }

  async #open(opening: AbortController, signal: AbortSignal): Promise<void> {
    const { api, query, timer } = this.#options;
    try {
      const session = await LiveTail.open(api, query(), timer, signal);
      if (this.#opening === opening) this.#session = session;
      else session.close();
    } catch (error) {
      if (this.#opening === opening) this.#opening = undefined;
      if (!signal.aborted) this.#postpone(pollingReason(error), error instanceof AwsError ? error : undefined);
    }
    this.#wake();
  }

  /** Waits longer each time, and says why only once. */
  #postpone(reason: PollingReason, error?: AwsError): void {
    const { timer, notice, query } = this.#options;
    this.#notBefore = timer.now() + retryAfter[reason] * Math.min(20, 2 ** this.#failures++);
    this.#busy = reason === 'sampled';
    if (this.#said === reason) return;
    this.#said = reason;
    notice({ kind: 'polling', group: query().group, reason, error });
  }
}

function pollingReason(error: unknown): PollingReason {
  if (!(error instanceof AwsError)) return 'unsupported';
  if (error.code === 'LimitExceededException') return 'limit';
  if (notBuilt.has(httpStatus(error.cause) ?? 0)) return 'unsupported';
  switch (error.kind) {
    case 'denied':
      return 'denied';
    case 'invalid':
    case 'malformed':
    case 'unknown':
    case 'refused':
    case 'unsupported':
      return 'unsupported';
    default:
      return 'unreachable';
  }
}
