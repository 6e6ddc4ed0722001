import type {
  FilteredLogEvent,
  FilterLogEventsRequest,
  FilterLogEventsResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import { makePageToken, readPageToken } from '../../limits/pageTokens.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { checkLimit, invalidParameter, invalidToken, noSuchStream } from '../errors.ts';
import { eventId } from '../eventIds.ts';
import type { EventPosition, StoredEvent } from '../eventStore.ts';
import { parseFilterPattern, type FilterPattern } from '../filterPattern.ts';
import type { LogGroup } from '../logGroup.ts';
import type { LogStream } from '../logStream.ts';
import { mergeEvents, type StreamEvent } from '../mergeEvents.ts';
import { findGroup } from './findGroup.ts';

const MOST_EVENTS = 10_000;
const MOST_BYTES = 1024 * 1024;
const EVENT_OVERHEAD = 26;
const TOKEN_LIFE_MS = 24 * 3_600_000;
const BACKWARD_FROM = Date.UTC(2024, 0, 1);

interface Token {
  position: EventPosition | undefined;
  forward: boolean;
  made: number;
}

interface Search {
  group: LogGroup;
  streams: LogStream[];
  matches: FilterPattern;
  startTime: number;
  endTime: number;
  forward: boolean;
  position: EventPosition | undefined;
  limit: number;
  purpose: string;
}

export function filterLogEvents(input: FilterLogEventsRequest, request: ServiceRequest): FilterLogEventsResponse {
  checkLimit(input.limit, MOST_EVENTS);
  const search = searchOf(input, request);
  const { logs, world } = request.region;
  if (logs.emptyPages > 0 && world.random.chance(logs.emptyPages)) {
    return { events: [], searchedLogStreams: [], nextToken: tokenAt(search, search.position, world.clock.now()) };
  }
  return page(search, logs.scanLimit, world.clock.now());
}

function searchOf(input: FilterLogEventsRequest, request: ServiceRequest): Search {
  const group = findGroup(input, request);
  const { startTime = 0, endTime = Number.POSITIVE_INFINITY } = input;
  if (input.startFromHead === false && startTime < BACKWARD_FROM) {
    throw invalidParameter('startFromHead=false is supported only when startTime is on or after 2024-01-01T00:00:00Z.');
  }
  const purpose = JSON.stringify([
    'FilterLogEvents',
    group.name,
    input.filterPattern ?? '',
    startTime,
    input.endTime ?? null,
  ]);
  const token = readToken(input.nextToken, purpose, request.world.clock.now());
  return {
    group,
    streams: selectStreams(input, group),
    matches: parseFilterPattern(input.filterPattern),
    startTime,
    endTime,
    forward: token?.forward ?? input.startFromHead ?? true,
    position: token?.position,
    limit: input.limit ?? MOST_EVENTS,
    purpose,
  };
}

function readToken(text: string | undefined, purpose: string, now: number): Token | undefined {
  if (text === undefined) return undefined;
  const token = readPageToken(purpose, text) as Token | undefined;
  if (!token || now - token.made > TOKEN_LIFE_MS) throw invalidToken();
  return token;
}

function selectStreams(input: FilterLogEventsRequest, group: LogGroup): LogStream[] {
  const { logStreamNames: names, logStreamNamePrefix: prefix } = input;
  if (names && prefix !== undefined) {
    throw invalidParameter('Only one of parameters logStreamNames or logStreamNamePrefix can be specified.');
  }
  if (names) {
    return names.map((name) => {
      const stream = group.streams.get(name);
      if (!stream) throw noSuchStream();
      return stream;
    });
  }
  const all = [...group.streams.values()];
  return prefix === undefined ? all : all.filter((stream) => stream.name.startsWith(prefix));
}

function page(search: Search, scanLimit: number, now: number): FilterLogEventsResponse {
  const events: FilteredLogEvent[] = [];
  let bytes = 0;
  let scanned = 0;
  let last: EventPosition | undefined = search.position;
  for (const { stream, event } of candidates(search)) {
    const size = event.message.length + EVENT_OVERHEAD;
    const full =
      events.length >= search.limit || (events.length > 0 && bytes + size > MOST_BYTES) || scanned >= scanLimit;
    if (full) return { events, searchedLogStreams: [], nextToken: tokenAt(search, last, now) };
    scanned++;
    last = { timestamp: event.timestamp, order: event.order };
    if (!search.matches(event.message)) continue;
    bytes += size;
    events.push(describe(stream, event));
  }
  return { events, searchedLogStreams: [] };
}

function describe(stream: LogStream, event: StoredEvent): FilteredLogEvent {
  const { timestamp, message, ingestionTime } = event;
  return { logStreamName: stream.name, timestamp, message, ingestionTime, eventId: eventId(event) };
}

function* candidates(search: Search): Generator<StreamEvent> {
  const { forward, startTime, endTime } = search;
  const first = forward ? { timestamp: startTime, order: -1 } : { timestamp: endTime, order: Number.POSITIVE_INFINITY };
  const from = search.position ?? first;
  const sources = search.streams.map((stream) => ({
    stream,
    events: forward ? stream.events.after(from) : stream.events.before(from),
  }));
  for (const candidate of mergeEvents(sources, forward ? 'forward' : 'backward')) {
    const { timestamp } = candidate.event;
    if (forward ? timestamp > endTime : timestamp < startTime) return;
    yield candidate;
  }
}

function tokenAt(search: Search, position: EventPosition | undefined, made: number): string {
  return makePageToken(search.purpose, { position, forward: search.forward, made } satisfies Token);
}
