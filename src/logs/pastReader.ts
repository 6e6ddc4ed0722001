import type { Connection } from '../aws/connection/connection.ts';
import { AwsError } from '../aws/errors.ts';
import { fetchFilterPage, type PageOptions, type Range } from './read/filterPages.ts';
import { byTime, inTimeOrder, type LogEvent, type LogLine } from './lines/logLine.ts';
import { logsApi } from './read/logsApi.ts';
import type { LogScope } from './sources/logScope.ts';
import { linesOfGroup, LogSource } from './sources/logSources.ts';
import { wantedEvents } from './read/logQuery.ts';
import { type Page, PageTurner } from './read/pageTurner.ts';
import { queryOf } from './sources/scopeQuery.ts';
import { ScopeSources } from './sources/scopeSources.ts';

export interface PastOptions {
  scope: LogScope;
  connection: Connection;
  connectionFor: (region: string) => Connection | Promise<Connection>;
  range: Required<Range>;
  newestFirst: boolean;
  filterPattern?: string | undefined;
}

/** FilterLogEvents reads backwards only from this moment on. */
const backwardsFrom = Date.UTC(2024, 0, 1);

/** Reads a past range of a scope page by page, all its log groups merged in time order. */
export class PastReader {
  readonly #options: PastOptions;
  #groups: GroupPages[] | undefined;

  constructor(options: PastOptions) {
    const { range, newestFirst } = options;
    const from = newestFirst ? Math.max(range.from, backwardsFrom) : range.from;
    this.#options = { ...options, range: { ...range, from } };
  }

  /**
   * The next lines, at least one unless it was the last page; `done` when none are left. After a failure the same
   * page can be asked for again.
   */
  async next(signal: AbortSignal): Promise<{ lines: LogLine[]; done: boolean }> {
    this.#groups ??= await this.#open(signal);
    const lines: LogLine[] = [];
    while (lines.length === 0) {
      await Promise.all(this.#groups.map((group) => group.fill(signal)));
      this.#requireAny(this.#groups);
      const bound = this.#bound();
      for (const group of this.#groups) lines.push(...group.takeUntil(bound));
      if (this.#groups.every((group) => group.done)) break;
    }
    if (!inTimeOrder(lines)) lines.sort(byTime);
    if (this.#options.newestFirst) lines.reverse();
    return { lines, done: this.#groups.every((group) => group.done) };
  }

  /** A group that its first line has yet to make, or that was deleted, takes nothing from the others. */
  #requireAny(groups: readonly GroupPages[]): void {
    const [first] = groups;
    if (!first?.missing || groups.some((group) => !group.missing)) return;
    for (const group of groups) group.exhausted = false;
    throw first.missing;
  }

  /** The moment up to which every group has shown what it holds. */
  #bound(): number {
    const { newestFirst } = this.#options;
    const open = (this.#groups ?? []).filter((group) => !group.exhausted).map((group) => group.last);
    return newestFirst ? Math.max(-Infinity, ...open) : Math.min(Infinity, ...open);
  }

  async #open(signal: AbortSignal): Promise<GroupPages[]> {
    const { scope, connection } = this.#options;
    if (scope.kind === 'group') return [await this.#pages(new LogSource(scope.region, scope.group), undefined, signal)];
    const tasks = new ScopeSources(connection, scope);
    const { sources } = await tasks.load(signal, { thorough: true });
    return Promise.all(sources.map((source) => this.#pages(source, tasks, signal)));
  }

  async #pages(source: LogSource, tasks: ScopeSources | undefined, signal: AbortSignal): Promise<GroupPages> {
    const { connection, connectionFor, scope, filterPattern, range, newestFirst } = this.#options;
    const home = source.region === connection.region ? connection : await connectionFor(source.region);
    signal.throwIfAborted();
    const page = { api: logsApi(home), query: queryOf(scope, source, filterPattern), range, newestFirst };
    return new GroupPages(page, async (events, nextSignal) =>
      tasks ? tasks.select(source, events, nextSignal, 'keepForgotten') : linesOfGroup(source.group, events),
    );
  }
}

/** The pages of one group, of which the last is held until the other groups have come as far. */
class GroupPages {
  readonly #page: Omit<PageOptions, 'signal'>;
  readonly #select: (events: LogEvent[], signal: AbortSignal) => Promise<LogLine[]>;
  readonly #turner = new PageTurner();
  #lines: LogLine[] = [];
  exhausted = false;
  /** Why there is no such group. */
  missing: AwsError | undefined;
  /** Time of the last event read. */
  last: number;

  constructor(
    page: Omit<PageOptions, 'signal'>,
    select: (events: LogEvent[], signal: AbortSignal) => Promise<LogLine[]>,
  ) {
    this.#page = page;
    this.#select = select;
    this.last = page.newestFirst ? Infinity : -Infinity;
  }

  get done(): boolean {
    return this.exhausted && this.#lines.length === 0;
  }

  /** Reads a page unless lines are left; a failure leaves everything as it was. */
  async fill(signal: AbortSignal): Promise<void> {
    if (this.exhausted || this.#lines.length > 0) return;
    const page = await this.#fetchPage(signal);
    if (!page) return;
    // Turned only when its lines have their writers: asking for those may fail, too.
    const lines = await this.#select(wantedEvents(this.#page.query, page.events), signal);
    const { events, nextToken } = this.#turner.turn(page);
    this.#lines = events.length > 0 ? lines : [];
    this.exhausted = nextToken === undefined;
    this.last = events.at(-1)?.timestamp ?? this.last;
  }

  async #fetchPage(signal: AbortSignal): Promise<Page | undefined> {
    try {
      const page = await fetchFilterPage({ ...this.#page, signal }, this.#turner.token);
      this.missing = undefined;
      return page;
    } catch (error) {
      if (!(error instanceof AwsError) || error.kind !== 'notFound') throw error;
      this.missing = error;
      this.exhausted = true;
      return undefined;
    }
  }

  takeUntil(bound: number): LogLine[] {
    const { newestFirst } = this.#page;
    const end = this.#lines.findIndex((line) => (newestFirst ? line.timestamp < bound : line.timestamp > bound));
    return this.#lines.splice(0, end === -1 ? this.#lines.length : end);
  }
}
