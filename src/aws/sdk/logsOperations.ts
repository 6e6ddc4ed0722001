import * as sdk from '@aws-sdk/client-cloudwatch-logs';
import type { ClientConfig } from './clientConfig.ts';
import { readPagesLightly } from './logPages.ts';
import { changes, type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => readPagesLightly(new sdk.CloudWatchLogsClient(config));

export const operations = {
  DescribeLogGroups: reads(sdk.DescribeLogGroupsCommand, 'logsRead'),
  DescribeLogStreams: reads(sdk.DescribeLogStreamsCommand, 'logsRead'),
  FilterLogEvents: reads(sdk.FilterLogEventsCommand, 'filterLogEvents'),
  GetLogEvents: reads(sdk.GetLogEventsCommand, 'logsRead'),
  StartLiveTail: reads(sdk.StartLiveTailCommand, 'unmetered'),

  CreateLogGroup: changes(sdk.CreateLogGroupCommand),
  PutRetentionPolicy: changes(sdk.PutRetentionPolicyCommand),
} satisfies OperationTable<typeof sdk>;
