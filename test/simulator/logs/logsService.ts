import * as model from '@aws-sdk/client-cloudwatch-logs';
import { json11 } from '../http/protocols.ts';
import { reads, writes, type ServiceDefinition } from '../serviceDefinition.ts';
import { describeLogGroups } from './operations/describeLogGroups.ts';
import { describeLogStreams } from './operations/describeLogStreams.ts';
import { filterLogEvents } from './operations/filterLogEvents.ts';
import { getLogEvents } from './operations/getLogEvents.ts';
import {
  createLogGroup,
  createLogStream,
  deleteLogGroup,
  deleteLogStream,
  putRetentionPolicy,
} from './operations/logGroups.ts';
import { putLogEvents } from './operations/putLogEvents.ts';
import { startLiveTail } from './operations/startLiveTail.ts';

export const logsService: ServiceDefinition = {
  name: 'logs',
  protocol: json11,
  model,
  targetPrefix: 'Logs_20140328',
  operations: {
    CreateLogGroup: writes(createLogGroup, 'logs.modify'),
    CreateLogStream: writes(createLogStream, 'logs.modify'),
    DeleteLogGroup: writes(deleteLogGroup, 'logs.modify'),
    DeleteLogStream: writes(deleteLogStream, 'logs.modify'),
    DescribeLogGroups: reads(describeLogGroups, 'logs.groups'),
    DescribeLogStreams: reads(describeLogStreams, 'logs.streams'),
    FilterLogEvents: reads(filterLogEvents, 'logs.filter'),
    GetLogEvents: reads(getLogEvents, 'logs.get'),
    PutLogEvents: writes(putLogEvents, 'logs.put'),
    PutRetentionPolicy: writes(putRetentionPolicy, 'logs.modify'),
    StartLiveTail: reads(startLiveTail, 'logs.liveTail'),
  },
};
