import {
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  StartLiveTailCommand,
} from '@aws-sdk/client-cloudwatch-logs';

export { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
export { readPagesLightly } from './logPages.ts';

/** Every CloudWatch Logs operation that the product may call without asking: none of them changes anything. */
export const logsReads = {
  DescribeLogGroups: DescribeLogGroupsCommand,
  DescribeLogStreams: DescribeLogStreamsCommand,
  FilterLogEvents: FilterLogEventsCommand,
  GetLogEvents: GetLogEventsCommand,
  StartLiveTail: StartLiveTailCommand,
};
