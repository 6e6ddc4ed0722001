import type { StartLiveTailResponseStream } from '@aws-sdk/client-cloudwatch-logs';
import * as l10n from '@vscode/l10n';
import { AwsError, toAwsError } from '../../aws/errors.ts';
import type { Timer } from '../../aws/timer.ts';
import { type LogEvent, toLogEvent } from '../lines/logLine.ts';
import type { LogsApi } from '../read/logsApi.ts';
import { liveTailInput, type LogQuery } from '../read/logQuery.ts';

/** Why a session is over. */
export type LiveEnd =
  /** Sessions last three hours. */
  | { reason: 'timeout' }
  /** The service sent a sample, or we fell behind so far that it may have dropped lines. */
  | { reason: 'sampled' }
  /** Nothing came, not even the empty update of every second. */
  | { reason: 'silent' }
  /** We ended it. */
  | { reason: 'closed' }
  | { reason: 'dropped'; error?: AwsError };

/** Milliseconds without any update after which a session counts as dead. */
const silenceLimit = 20_000;

/** Events kept for a reader that is busy; the service itself holds five thousand for us. */
const bufferLimit = 20_000;

/** One live-tail session: reads at once and keeps what came until it is taken. */
export class LiveTail {
  readonly #timer: Timer;
  readonly #closing: AbortController;
  readonly #iterator: AsyncIterator<StartLiveTailResponseStream>;
  #events: LogEvent[] = [];
  #updated = false;
  #end: LiveEnd | undefined;
  #wake: () => void = () => undefined;

  private constructor(stream: AsyncIterable<StartLiveTailResponseStream>, timer: Timer, closing: AbortController) {
    this.#iterator = stream[Symbol.asyncIterator]();
    this.#timer = timer;
    this.#closing = closing;
  }

  /** Starts a session and waits for its confirmation. Throws AwsError; `signal` ends the session. */
  static async open(api: LogsApi, query: LogQuery, timer: Timer, signal: AbortSignal): Promise<LiveTail> {
    const closing = new AbortController();
    const combined = AbortSignal.any([signal, closing.signal]);
    const stream = await api.startLiveTail(liveTailInput(query), combined);
    const session = new LiveTail(stream, timer, closing);
    combined.addEventListener('abort', () => session.#finish({ reason: 'closed' }), { once: true });
    await session.#start();
    void session.#pump();
    return session;
  }

  /** Waits for the next updates and hands over their events, or tells why no more will come. */
  async take(): Promise<{ events: LogEvent[] } | { end: LiveEnd }> {
    while (!this.#updated && !this.#end) await new Promise<void>((resolve) => (this.#wake = resolve));
    if (this.#updated) {
      const events = this.#events;
      this.#events = [];
      this.#updated = false;
      return { events };
    }
    return { end: this.#end ?? { reason: 'dropped' } };
  }

  close(): void {
    this.#closing.abort();
    // Aborting cuts the connection; an iterator that was not told would keep its buffers until then.
    void this.#iterator.return?.()?.catch(() => undefined);
  }

  async #start(): Promise<void> {
    while (!this.#end) {
      const message = await this.#next();
      if (message?.sessionStart) return;
      // An endpoint that skips the confirmation is taken at its word.
      if (message?.sessionUpdate) return this.#keep(message);
    }
    this.close();
    const error = this.#end.reason === 'dropped' ? this.#end.error : undefined;
    if (error) throw error;
    const message = l10n.t('The live tail session did not start.');
    throw new AwsError('network', message, { operation: 'logs:StartLiveTail' });
  }

  async #pump(): Promise<void> {
    while (!this.#end) {
      const message = await this.#next();
      if (message) this.#keep(message);
    }
    this.close();
  }

  async #next(): Promise<StartLiveTailResponseStream | undefined> {
    const quiet = new AbortController();
    try {
      const silence = this.#timer.sleep(silenceLimit, quiet.signal).then(() => 'silent' as const);
      silence.catch(() => undefined);
      const result = await Promise.race([this.#iterator.next(), silence]);
      if (result === 'silent') this.#finish({ reason: 'silent' });
      else if (result.done) this.#finish({ reason: 'dropped' });
      else return result.value;
    } catch (error) {
      this.#finish(endOf(error));
    } finally {
      quiet.abort();
    }
    return undefined;
  }

  #keep(message: StartLiveTailResponseStream): void {
    const failure = message.SessionTimeoutException ?? message.SessionStreamingException;
    if (failure) return this.#finish(endOf(failure));
    const update = message.sessionUpdate;
    if (!update) return;
    // A sample is no use: what it leaves out would have to be put between lines already shown.
    if (update.sessionMetadata?.sampled || this.#events.length > bufferLimit)
      return this.#finish({ reason: 'sampled' });
    for (const event of update.sessionResults ?? []) this.#events.push(toLogEvent(event));
    this.#updated = true;
    this.#wake();
  }

  #finish(end: LiveEnd): void {
    this.#end ??= end;
    this.#wake();
  }
}

function endOf(error: unknown): LiveEnd {
  if (error instanceof Error && error.name === 'SessionTimeoutException') return { reason: 'timeout' };
  return { reason: 'dropped', error: toAwsError(error, 'logs:StartLiveTail') };
}
