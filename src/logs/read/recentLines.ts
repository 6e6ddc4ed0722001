import { filterPages, type PageOptions } from './filterPages.ts';
import { wantedEvents } from './logQuery.ts';
import { byTime, inTimeOrder, type LogEvent } from '../lines/logLine.ts';

export interface RecentOptions<L extends LogEvent> extends Omit<PageOptions, 'limit' | 'newestFirst'> {
  /** Lines wanted at most. */
  count: number;
  /** Makes lines of the events that are wanted. */
  select: (events: LogEvent[], signal: AbortSignal) => L[] | Promise<L[]>;
}

export interface RecentLines<L extends LogEvent> {
  /** The newest lines of the range in time order. */
  lines: L[];
  /** Whether the range holds no earlier ones. */
  complete: boolean;
}

/** Pages read at most for the last lines of a group that others fill. */
const pageLimit = 10;

/** The last lines of a range, with one request as a rule: it is read from its end. */
export async function fetchRecentLines<L extends LogEvent>(options: RecentOptions<L>): Promise<RecentLines<L>> {
  const { count, query, select, signal } = options;
  const found: L[] = [];
  let pages = 0;
  for await (const { events, more } of filterPages({ ...options, newestFirst: true, limit: count })) {
    // An endpoint that does not know the parameter reads from the beginning.
    if (pages === 0 && more && risesOnly(events)) return fetchFromHead(options);
    found.push(...(await select(wantedEvents(query, events), signal)));
    if (found.length >= count) return { lines: found.slice(0, count).reverse().sort(byTime), complete: !more };
    if (events.length > 0 && ++pages === pageLimit && more)
      return { lines: found.reverse().sort(byTime), complete: false };
  }
  return { lines: found.reverse().sort(byTime), complete: true };
}

function risesOnly(events: readonly LogEvent[]): boolean {
  return inTimeOrder(events) && (events[0]?.timestamp ?? 0) < (events.at(-1)?.timestamp ?? 0);
}

async function fetchFromHead<L extends LogEvent>(options: RecentOptions<L>): Promise<RecentLines<L>> {
  const { count, query, select, signal } = options;
  let lines: L[] = [];
  let complete = true;
  for await (const { events } of filterPages(options)) {
    lines.push(...(await select(wantedEvents(query, events), signal)));
    if (lines.length <= count) continue;
    lines = lines.slice(-count);
    complete = false;
  }
  return { lines, complete };
}
