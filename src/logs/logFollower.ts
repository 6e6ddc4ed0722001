import type { Connection } from '../aws/connection/connection.ts';
import { type AwsError, type AwsErrorKind, toAwsError } from '../aws/errors.ts';
import type { Timer } from '../aws/timer.ts';
import { GroupFollower } from './follow/groupFollower.ts';
import { byTime, type LogEvent, type LogLine } from './lines/logLine.ts';
import type { LogQuery } from './read/logQuery.ts';
import { type LogsApi, logsApi } from './read/logsApi.ts';
import type { LogScope } from './sources/logScope.ts';
import { linesOfGroup, LogSource } from './sources/logSources.ts';
import type { Marker } from './marker.ts';
import { Merger } from './follow/merger.ts';
import { patiently } from './read/logRetries.ts';
import { fetchRecentLines, type RecentLines } from './read/recentLines.ts';
import { queryOf } from './sources/scopeQuery.ts';
import { type ScopeNews, ScopeSources } from './sources/scopeSources.ts';

export interface FollowOptions {
  scope: LogScope;
  connection: Connection;
  /** A log group may lie in another Region than the tasks. */
  connectionFor: (region: string) => Connection | Promise<Connection>;
  timer: Timer;
  mode: 'auto' | 'polling';
  /** Milliseconds between two polls, and by which lines may come late. */
  interval: number;
  overlap: number;
  /** The past that is shown first: at most so many milliseconds and so many lines of it. */
  past: { span: number; lines: number };
  filterPattern?: string | undefined;
  /** Shows lines; nothing more is read until it resolves. */
  show: (lines: LogLine[]) => void | Promise<void>;
  mark: (marker: Marker) => void;
}

/** Milliseconds between two looks at the tasks, while some are starting or stopping and otherwise. */
const looks = { moving: 2000, steady: 5000 };

/** Milliseconds after a task's end in which its last lines may still arrive. */
const lastWords = 90_000;

/** More groups than these are polled: an account has fifteen live-tail sessions for everybody. */
const liveGroups = 3;

/** Milliseconds from one poll to the next of a stream, whatever group it reads: the account has ten a second for everybody. */
const pace = 250;

/** One log group that is being followed. */
interface Reader {
  source: LogSource;
  api: LogsApi;
  mode: 'auto' | 'polling';
  follower?: GroupFollower<LogLine>;
}

/** Follows everything that a scope writes, over the coming and going of its tasks. */
export class LogFollower {
  readonly #options: FollowOptions;
  readonly #scope: ScopeSources | undefined;
  readonly #merger: Merger<LogLine>;
  readonly #readers = new Map<LogSource, Reader>();
  readonly #timer: Timer;
  /** By this machine's clock. */
  readonly #opened: number;
  #prepared = false;

  constructor(options: FollowOptions) {
    this.#options = options;
    const { scope, connection, timer, show } = options;
    this.#scope = scope.kind === 'group' ? undefined : new ScopeSources(connection, scope);
    this.#merger = new Merger(timer, show);
    this.#opened = timer.now();
    // Lines have the time of AWS and of the containers; a laptop's may be far from it.
    this.#timer = { now: () => timer.now() + connection.clockOffset, sleep: (ms, signal) => timer.sleep(ms, signal) };
  }

  /**
   * Follows until the signal aborts, or until a single task has ended. A later call goes on where this one stopped.
   * Throws AwsError when the scope or its tasks cannot be read.
   */
  async run(signal: AbortSignal): Promise<void> {
    const stop = new AbortController();
    const during = AbortSignal.any([signal, stop.signal]);
    const reading: Promise<void>[] = [];
    try {
      if (!this.#prepared) await this.#prepare(during);
      this.#prepared = true;
      for (const reader of this.#readers.values()) reading.push(this.#read(reader, during));
      await this.#watch(during, (reader) => reading.push(this.#read(reader, during)));
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      stop.abort();
      await Promise.all(reading);
    }
  }

  get #since(): number {
    return this.#opened + this.#options.connection.clockOffset;
  }

  /** The first lines: tasks and revisions in two round trips, the lines in the third. */
  async #prepare(signal: AbortSignal): Promise<void> {
    const { scope, mark } = this.#options;
    const news = await this.#load(signal);
    for (const log of this.#scope?.sources.foreign ?? []) mark({ kind: 'foreign', log });
    for (const revision of news.lost) mark({ kind: 'lostRevision', revision });
    for (const change of news.changes) mark(change);
    // Not the news alone: an earlier attempt may have been broken off when it knew the groups already.
    const groups = scope.kind === 'group' ? [new LogSource(scope.region, scope.group)] : this.#scope?.sources.all;
    if (!groups?.length) mark({ kind: 'nothingToRead' });
    this.#readers.clear();
    await this.#showPast(await Promise.all((groups ?? []).map((source) => this.#addReader(source))), signal);
  }

  async #load(signal: AbortSignal): Promise<ScopeNews> {
    if (!this.#scope) return { changes: [], sources: [], lost: [] };
    const scope = this.#scope;
    return this.#patiently(() => scope.load(signal), signal, ['notFound', 'denied']);
  }

  /** Shows the last lines of all groups together, and lets the followers begin behind them. */
  async #showPast(readers: readonly Reader[], signal: AbortSignal): Promise<void> {
    const { past, mark, show } = this.#options;
    const from = Math.min(this.#since - past.span, this.#lateLife());
    const recents = await Promise.all(readers.map((reader) => this.#fetchRecent(reader, from, signal)));
    const lines = recents.flatMap((recent) => recent.lines).sort(byTime);
    const shown = lines.slice(-past.lines);
    const complete = shown.length === lines.length && recents.every((recent) => recent.complete);
    const first = shown[0]?.timestamp;
    if (!complete) mark({ kind: 'earlier', before: first ?? this.#since });
    if (shown.length > 0) await show(shown);
    for (const reader of readers) {
      // Of the oldest millisecond shown, more may have been cut off: reading it again would show that out of place.
      reader.follower = this.#follower(reader, complete || first === undefined ? from : first + 1);
      reader.follower.remember(shown.filter((line) => line.group === reader.source.group));
    }
  }

  /** A group that cannot be read now must not hold up the others; its follower tries again. */
  async #fetchRecent(reader: Reader, from: number, signal: AbortSignal): Promise<RecentLines<LogLine>> {
    try {
      return await fetchRecentLines({
        api: reader.api,
        query: this.#query(reader.source),
        range: { from },
        count: this.#options.past.lines,
        select: (events) => this.#select(reader.source, events, signal),
        attempt: (send) => this.#patiently(send, signal, ['notFound', 'denied']),
        signal,
      });
    } catch (error) {
      if (signal.aborted) throw error;
      return { lines: [], complete: true };
    }
  }

  /** Where to begin with a task that ended long ago: some time before its end. */
  #lateLife(): number {
    const [task] = this.#options.scope.kind === 'task' ? (this.#scope?.tasks.tasks ?? []) : [];
    if (!task?.stoppedAt) return Infinity;
    return Math.max(task.stoppedAt.getTime() - this.#options.past.span, task.createdAt?.getTime() ?? 0);
  }

  /** Looks at the tasks until a single one has said its last; for a group picked by hand there are none. */
  async #watch(signal: AbortSignal, begin: (reader: Reader) => void): Promise<void> {
    const { scope, mark } = this.#options;
    const timer = this.#timer;
    const tasks = this.#scope?.tasks;
    for (;;) {
      if (scope.kind === 'task' && tasks?.over) {
        const ends = tasks.tasks.map((task) => task.stoppedAt?.getTime() ?? 0);
        await timer.sleep(Math.max(0, Math.max(...ends) + lastWords - timer.now()), signal);
        return mark({ kind: 'finished' });
      }
      await timer.sleep(tasks?.moving ? looks.moving : looks.steady, signal);
      for (const reader of await this.#lookAtTasks(signal)) begin(reader);
    }
  }

  /** Tells what has changed; returns readers of groups that are new. */
  async #lookAtTasks(signal: AbortSignal): Promise<Reader[]> {
    if (!this.#scope) return [];
    const scope = this.#scope;
    const news = await this.#patiently(() => scope.refresh(signal), signal);
    for (const revision of news.lost) this.#options.mark({ kind: 'lostRevision', revision });
    for (const change of news.changes) this.#options.mark(change);
    const fresh: Reader[] = [];
    for (const source of news.sources) {
      const known = this.#readers.get(source);
      known?.follower?.requery();
      if (known) continue;
      const reader = await this.#addReader(source);
      reader.follower = this.#follower(reader, this.#since);
      fresh.push(reader);
    }
    return fresh;
  }

  /** Milliseconds between two polls of a group: many groups are read less often, lest they use up the account's quota. */
  get #interval(): number {
    return Math.max(this.#options.interval, this.#readers.size * pace);
  }

  async #addReader(source: LogSource): Promise<Reader> {
    const { connectionFor, connection, mode } = this.#options;
    const home = source.region === connection.region;
    const api = logsApi(home ? connection : await connectionFor(source.region));
    const reader = { source, api, mode: this.#readers.size < liveGroups ? mode : ('polling' as const) };
    this.#readers.set(source, reader);
    this.#merger.sources = this.#readers.size;
    return reader;
  }

  #follower({ source, api, mode }: Reader, from: number): GroupFollower<LogLine> {
    const { overlap, mark } = this.#options;
    const timer = this.#timer;
    return new GroupFollower(
      {
        api,
        timer,
        query: () => this.#query(source),
        mode,
        interval: () => this.#interval,
        overlap,
        select: (events, signal) => this.#select(source, events, signal),
        deliver: (lines) => this.#merger.add(lines),
        notice: mark,
      },
      from,
    );
  }

  /** A group that cannot be read ends for itself; the others go on. */
  async #read({ source, follower }: Reader, signal: AbortSignal): Promise<void> {
    try {
      await follower?.run(signal);
    } catch (error) {
      this.#options.mark({ kind: 'gaveUp', group: source.group, error: toAwsError(error) });
    }
  }

  #query(source: LogSource): LogQuery {
    return queryOf(this.#options.scope, source, this.#options.filterPattern);
  }

  async #select(source: LogSource, events: LogEvent[], signal: AbortSignal): Promise<LogLine[]> {
    const scope = this.#scope;
    return scope
      ? this.#patiently(() => scope.select(source, events, signal), signal)
      : linesOfGroup(source.group, events);
  }

  #patiently<T>(send: () => Promise<T>, signal: AbortSignal, hopeless: AwsErrorKind[] = []): Promise<T> {
    const { timer, mark } = this.#options;
    const onTrouble = (error: AwsError): void => mark({ kind: 'trouble', group: '', error });
    return patiently(send, {
      timer,
      signal,
      hopeless,
      onTrouble,
      onRecovered: () => mark({ kind: 'recovered', group: '' }),
    });
  }
}
