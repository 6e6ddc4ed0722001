import type { StartLiveTailRequest } from '@aws-sdk/client-cloudwatch-logs';
import { EventStreamAnswer } from '../../http/eventStream.ts';
import { ServiceError } from '../../http/serviceError.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { invalidParameter, noSuchGroup, required, violation } from '../errors.ts';
import { parseFilterPattern } from '../filterPattern.ts';
import { TailSession, type TailRequest } from '../tailSession.ts';

const MOST_GROUPS = 10;
const MOST_SESSIONS = 15;

/** Groups are named by ARN without `:*`; streams may only be chosen within a single group. */
export function startLiveTail(input: StartLiveTailRequest, request: ServiceRequest): EventStreamAnswer {
  const { logs } = request.region;
  const tail = tailRequest(input, request);
  if (logs.sessions.size >= MOST_SESSIONS) {
    throw new ServiceError(
      'LimitExceededException',
      'The maximum number of concurrent Live Tail sessions has been reached.',
    );
  }
  return new EventStreamAnswer((sink) => void new TailSession(logs, tail, sink));
}

function tailRequest(input: StartLiveTailRequest, request: ServiceRequest): TailRequest {
  required('logGroupIdentifiers', input.logGroupIdentifiers);
  const identifiers = input.logGroupIdentifiers ?? [];
  if (identifiers.length < 1 || identifiers.length > MOST_GROUPS) {
    const bound = identifiers.length < 1 ? 'greater than or equal to 1' : `less than or equal to ${MOST_GROUPS}`;
    throw violation('logGroupIdentifiers', `[${identifiers.join(', ')}]`, `Member must have length ${bound}`);
  }
  const { logStreamNames: streamNames = [], logStreamNamePrefixes: streamPrefixes = [] } = input;
  if ((streamNames.length > 0 || streamPrefixes.length > 0) && identifiers.length > 1) {
    throw invalidParameter('LogStreamNames and LogStreamNamePrefixes can be specified only with a single log group.');
  }
  if (streamNames.length > 0 && streamPrefixes.length > 0) {
    throw invalidParameter('LogStreamNames and LogStreamNamePrefixes cannot both be specified.');
  }
  const groups = identifiers.map((identifier) => {
    if (!/^arn:[^:]+:logs:[^:]+:\d{12}:log-group:[^:*]+$/.test(identifier)) {
      throw invalidParameter('The specified logGroupIdentifier is not a valid log group ARN.');
    }
    const group = request.region.logs.findGroup(identifier);
    if (!group) throw noSuchGroup();
    return group;
  });
  return {
    groups,
    streamNames,
    streamPrefixes,
    pattern: parseFilterPattern(input.logEventFilterPattern),
    patternText: input.logEventFilterPattern,
    requestId: request.requestId,
    sessionId: request.world.random.uuid(),
  };
}
