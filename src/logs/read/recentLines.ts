import { filterPages, type PageOptions } from './filterPages.ts';
import { byTime, inTimeOrder, type LogEvent } from '../lines/logEvent.ts';

export interface RecentOptions extends Omit<PageOptions, 'limit' | 'newestFirst'> {
  /** Lines wanted at most. */
  lines: number;
  select?: (events: LogEvent[], signal: AbortSignal) => LogEvent[] | Promise<LogEvent[]>;
}

export interface RecentLines {
  /** The newest lines of the range in time order. */
  events: LogEvent[];
  /** Whether the range holds no earlier ones. */
  complete: boolean;
}

/** Pages read at most for the last lines of a group that others fill. */
const pageLimit = 10;

/** The last lines of a range, with one request as a rule: it is read from its end. */
export async function fetchRecentLines(options: RecentOptions): Promise<RecentLines> {
  const { lines, select = (events: LogEvent[]) => events, signal } = options;
  let found: LogEvent[] = [];
  let pages = 0;
  for await (const { events, more } of filterPages({ ...options, newestFirst: true, limit: lines })) {
    // An endpoint that does not know the parameter reads from the beginning.
    if (pages === 0 && more && risesOnly(events)) return fetchFromHead(options);
    found.push(...(await select(events, signal)));
    if (found.length >= lines) return { events: found.slice(0, lines).reverse().sort(byTime), complete: !more };
    if (events.length > 0 && ++pages === pageLimit && more)
      return { events: found.reverse().sort(byTime), complete: false };
  }
  found = found.reverse().sort(byTime);
  return { events: found, complete: true };
}

function risesOnly(events: readonly LogEvent[]): boolean {
  return inTimeOrder(events) && (events[0]?.timestamp ?? 0) < (events.at(-1)?.timestamp ?? 0);
}

async function fetchFromHead(options: RecentOptions): Promise<RecentLines> {
  const { lines, select = (events: LogEvent[]) => events, signal } = options;
  let found: LogEvent[] = [];
  let complete = true;
  for await (const { events } of filterPages(options)) {
    found.push(...(await select(events, signal)));
    if (found.length <= lines) continue;
    found = found.slice(-lines);
    complete = false;
  }
  return { events: found, complete };
}
