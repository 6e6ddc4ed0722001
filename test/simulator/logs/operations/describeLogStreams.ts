import type {
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
  LogStream as Description,
} from '@aws-sdk/client-cloudwatch-logs';
import { byText, takePage } from '../../limits/pageTokens.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { checkLimit, invalidParameter, invalidToken } from '../errors.ts';
import type { LogStream } from '../logStream.ts';
import { findGroup } from './findGroup.ts';

const PAGE = 50;
const TIME_DIGITS = 16;

export function describeLogStreams(
  input: DescribeLogStreamsRequest,
  request: ServiceRequest,
): DescribeLogStreamsResponse {
  checkLimit(input.limit, PAGE);
  const group = findGroup(input, request);
  const { orderBy = 'LogStreamName', descending = false, logStreamNamePrefix: prefix } = input;
  if (orderBy === 'LastEventTime' && prefix !== undefined) {
    throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
  }
  const keyOf = orderBy === 'LogStreamName' ? (stream: LogStream): string => stream.name : timeKey;
  const compare = descending ? (a: string, b: string): number => byText(b, a) : byText;
  const streams = [...group.streams.values()]
    .filter((stream) => prefix === undefined || stream.name.startsWith(prefix))
    .sort((a, b) => compare(keyOf(a), keyOf(b)));
  const purpose = `DescribeLogStreams ${group.name} ${orderBy} ${String(descending)}`;
  const page = takePage(streams, keyOf, purpose, input.limit ?? PAGE, input.nextToken, compare);
  if (!page) throw invalidToken();
  return { logStreams: page.items.map(describe), nextToken: page.nextToken };
}

function timeKey(stream: LogStream): string {
  return `${String(stream.events.last?.timestamp ?? 0).padStart(TIME_DIGITS, '0')} ${stream.name}`;
}

function describe(stream: LogStream): Description {
  return {
    logStreamName: stream.name,
    creationTime: stream.creationTime,
    firstEventTimestamp: stream.events.first?.timestamp,
    lastEventTimestamp: stream.events.last?.timestamp,
    lastIngestionTime: stream.lastIngestionTime,
    uploadSequenceToken:
      stream.lastIngestionTime === undefined ? undefined : `49${stream.lastIngestionTime}`.padEnd(56, '0'),
    arn: stream.arn,
    storedBytes: 0,
  };
}
