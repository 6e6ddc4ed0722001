import type { PutLogEventsRequest, PutLogEventsResponse, RejectedLogEventsInfo } from '@aws-sdk/client-cloudwatch-logs';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { invalidParameter, required } from '../errors.ts';
import type { NewEvent } from '../logStream.ts';
import { findGroup, findStream } from './findGroup.ts';

const MOST_EVENTS = 10_000;
const OLDEST_MS = 14 * 24 * 3_600_000;
const NEWEST_MS = 2 * 3_600_000;

export function putLogEvents(input: PutLogEventsRequest, request: ServiceRequest): PutLogEventsResponse {
  for (const member of ['logGroupName', 'logStreamName', 'logEvents'] as const) required(member, input[member]);
  const events = (input.logEvents ?? []) as NewEvent[];
  if (events.length > MOST_EVENTS) {
    throw invalidParameter(
      `1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member must have length less than or equal to ${MOST_EVENTS}`,
    );
  }
  if (events.some((event, index) => index > 0 && event.timestamp < (events[index - 1]?.timestamp ?? 0))) {
    throw invalidParameter('Log events in a single PutLogEvents request must be in chronological order.');
  }
  const stream = findStream(findGroup({ logGroupName: input.logGroupName }, request), input.logStreamName ?? '');
  const now = request.world.clock.now();
  const tooOld = events.findLastIndex((event) => event.timestamp < now - OLDEST_MS);
  const tooNew = events.findIndex((event) => event.timestamp > now + NEWEST_MS);
  stream.put(events.slice(tooOld + 1, tooNew < 0 ? undefined : tooNew));
  return { nextSequenceToken: request.world.random.digits(56), rejectedLogEventsInfo: rejected(tooOld, tooNew) };
}

function rejected(tooOld: number, tooNew: number): RejectedLogEventsInfo | undefined {
  if (tooOld < 0 && tooNew < 0) return undefined;
  return {
    ...(tooOld < 0 ? {} : { tooOldLogEventEndIndex: tooOld + 1 }),
    ...(tooNew < 0 ? {} : { tooNewLogEventStartIndex: tooNew }),
  };
}
