import type { GetLogEventsRequest, GetLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { checkLimit, invalidToken, required } from '../errors.ts';
import { eventId, parseEventId } from '../eventIds.ts';
import type { EventPosition, StoredEvent } from '../eventStore.ts';
import type { LogStream } from '../logStream.ts';
import { findGroup, findStream } from './findGroup.ts';

const MOST_EVENTS = 10_000;
const MOST_BYTES = 1024 * 1024;

/** Tokens are `f/` and `b/` with the id of the event next to which the page begins; at the end the same token comes back. */
export function getLogEvents(input: GetLogEventsRequest, request: ServiceRequest): GetLogEventsResponse {
  checkLimit(input.limit, MOST_EVENTS);
  required('logStreamName', input.logStreamName);
  const stream = findStream(findGroup(input, request), input.logStreamName ?? '');
  const token = readToken(input.nextToken);
  const forward = token ? token.forward : (input.startFromHead ?? false);
  const events = readPage(stream, input, token?.position, forward);
  const edge = token?.position ?? (forward ? startOf(input) : endOf(stream, input));
  return {
    events: events.map(({ timestamp, message, ingestionTime }) => ({ timestamp, message, ingestionTime })),
    nextForwardToken: `f/${eventId(events.at(-1) ?? edge)}`,
    nextBackwardToken: `b/${eventId(events[0] ?? edge)}`,
  };
}

function readToken(text: string | undefined): { forward: boolean; position: EventPosition } | undefined {
  if (text === undefined) return undefined;
  const position = parseEventId(text.slice(2));
  if (!position || !/^[fb]\//.test(text)) throw invalidToken();
  return { forward: text.startsWith('f/'), position };
}

function readPage(
  stream: LogStream,
  input: GetLogEventsRequest,
  position: EventPosition | undefined,
  forward: boolean,
): StoredEvent[] {
  const { startTime = 0, endTime = Number.POSITIVE_INFINITY, limit = MOST_EVENTS } = input;
  const source = forward
    ? stream.events.after(position ?? startOf(input))
    : stream.events.before(position ?? { timestamp: endTime, order: Number.NEGATIVE_INFINITY });
  const events: StoredEvent[] = [];
  let bytes = 0;
  for (const event of source) {
    if (forward ? event.timestamp >= endTime : event.timestamp < startTime) break;
    if (event.timestamp < startTime || event.timestamp >= endTime) continue;
    bytes += event.message.length + 26;
    if (events.length >= limit || (bytes > MOST_BYTES && events.length > 0)) break;
    events.push(event);
  }
  return forward ? events : events.reverse();
}

function startOf(input: GetLogEventsRequest): EventPosition {
  return { timestamp: input.startTime ?? 0, order: -1 };
}

function endOf(stream: LogStream, input: GetLogEventsRequest): EventPosition {
  const { last } = stream.events;
  if (!last) return { timestamp: input.startTime ?? 0, order: 0 };
  if (input.endTime !== undefined && input.endTime <= last.timestamp) return { timestamp: input.endTime, order: 0 };
  return last;
}
