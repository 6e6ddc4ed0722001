import type { LogEvent } from '../lines/logLine.ts';

/** Which lines of one log group are wanted. */
export interface LogQuery {
  region: string;
  group: string;
  /** ARN of the group without `:*`; live tail takes nothing else. */
  groupArn: string;
  /**
   * Prefixes of the wanted streams; none means every stream of the group. FilterLogEvents takes a single one, so that
   * it reads the longest prefix they share.
   */
  streamPrefixes: readonly string[];
  /** CloudWatch filter pattern, applied by the service. */
  filterPattern?: string | undefined;
}

/** StartLiveTail takes a hundred prefixes. */
const prefixLimit = 100;

/** The one prefix under which every wanted stream lies, or undefined for the whole group. */
export function sharedPrefix(prefixes: readonly string[]): string | undefined {
  let [shared] = prefixes;
  for (const prefix of prefixes) {
    while (shared !== undefined && !prefix.startsWith(shared)) shared = shared.slice(0, -1);
  }
  return shared === '' ? undefined : shared;
}

/**
 * The events of the wanted streams, and those that name none. Some servers send every stream of a group, whatever prefix
 * they were asked for.
 */
export function wantedEvents({ streamPrefixes }: LogQuery, events: LogEvent[]): LogEvent[] {
  if (streamPrefixes.length === 0) return events;
  return events.filter(({ stream }) => stream === '' || streamPrefixes.some((prefix) => stream.startsWith(prefix)));
}

/** Members that every FilterLogEvents request of the query has. */
export function filterInput(query: LogQuery): {
  logGroupName: string;
  logStreamNamePrefix: string | undefined;
  filterPattern: string | undefined;
} {
  return {
    logGroupName: query.group,
    logStreamNamePrefix: sharedPrefix(query.streamPrefixes),
    filterPattern: query.filterPattern || undefined,
  };
}

/** The StartLiveTail request of the query. */
export function liveTailInput(query: LogQuery): {
  logGroupIdentifiers: string[];
  logStreamNamePrefixes: string[] | undefined;
  logEventFilterPattern: string | undefined;
} {
  const shared = sharedPrefix(query.streamPrefixes);
  const many = query.streamPrefixes.length > prefixLimit;
  const prefixes = many ? (shared === undefined ? [] : [shared]) : [...query.streamPrefixes];
  return {
    logGroupIdentifiers: [query.groupArn],
    logStreamNamePrefixes: prefixes.length > 0 ? prefixes : undefined,
    logEventFilterPattern: query.filterPattern || undefined,
  };
}
