import type { FilteredLogEvent, FilterLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { type LogEvent, toLogEvent } from '../lines/logLine.ts';
import type { LogsApi } from './logsApi.ts';
import { filterInput, type LogQuery } from './logQuery.ts';
import { type Page, PageTurner } from './pageTurner.ts';

/** A stretch of time in epoch milliseconds, both ends included, as FilterLogEvents reads it. */
export interface Range {
  from: number;
  to?: number | undefined;
}

export interface PageOptions {
  api: LogsApi;
  query: LogQuery;
  range: Range;
  signal: AbortSignal;
  newestFirst?: boolean;
  /** Events a page, ten thousand unless given. */
  limit?: number;
  /** Wraps each request, so that a page that fails can be tried again without losing the place. */
  attempt?: <T>(send: () => Promise<T>) => Promise<T>;
}

/**
 * Reads a range page by page. A page may be empty although more follow.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 */
export async function* filterPages(options: PageOptions): AsyncGenerator<{ events: LogEvent[]; more: boolean }> {
  const turner = new PageTurner();
  do {
    const { events, nextToken } = turner.turn(await fetchFilterPage(options, turner.token));
    yield { events, more: nextToken !== undefined };
  } while (turner.token !== undefined);
}

/** One page of a range: the first, or the one that a token of the same request names. */
export async function fetchFilterPage(options: PageOptions, nextToken?: string): Promise<Page> {
  const { api, query, range, signal, newestFirst, limit, attempt = (send) => send() } = options;
  const input = {
    ...filterInput(query),
    startTime: Math.max(0, Math.floor(range.from)),
    endTime: range.to === undefined ? undefined : Math.floor(range.to),
    startFromHead: newestFirst ? false : undefined,
    limit,
    nextToken,
  };
  const page: FilterLogEventsResponse = await attempt(() => api.filterLogEvents(input, signal));
  const events = page.events ?? [];
  return { events: events.map(toLogEvent), nextToken: page.nextToken || undefined, ...identify(events) };
}

function identify(events: readonly FilteredLogEvent[]): Pick<Page, 'identity' | 'certain'> {
  const ends = [events[0], events.at(-1)];
  return { identity: JSON.stringify(ends), certain: ends.every((event) => event?.eventId !== undefined) };
}
