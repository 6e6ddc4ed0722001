import type {
  DescribeLogGroupsRequest,
  DescribeLogGroupsResponse,
  LogGroup as Description,
} from '@aws-sdk/client-cloudwatch-logs';
import { takePage } from '../../limits/pageTokens.ts';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import { checkLimit, invalidParameter, invalidToken } from '../errors.ts';
import type { LogGroup } from '../logGroup.ts';

const PAGE = 50;

export function describeLogGroups(input: DescribeLogGroupsRequest, request: ServiceRequest): DescribeLogGroupsResponse {
  checkLimit(input.limit, PAGE);
  const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern, logGroupIdentifiers: identifiers } = input;
  if (prefix !== undefined && pattern !== undefined) {
    throw invalidParameter('LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.');
  }
  const { logs } = request.region;
  const groups = [...logs.groups.values()]
    .filter((group) => prefix === undefined || group.name.startsWith(prefix))
    .filter((group) => pattern === undefined || group.name.toLowerCase().includes(pattern.toLowerCase()))
    .filter((group) => !identifiers || identifiers.some((identifier) => logs.findGroup(identifier) === group))
    .filter((group) => input.logGroupClass === undefined || group.logGroupClass === input.logGroupClass)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = takePage(groups, (group) => group.name, 'DescribeLogGroups', input.limit ?? PAGE, input.nextToken);
  if (!page) throw invalidToken();
  return { logGroups: page.items.map(describe), nextToken: page.nextToken };
}

function describe(group: LogGroup): Description {
  return {
    logGroupName: group.name,
    creationTime: group.creationTime,
    retentionInDays: group.retentionInDays,
    metricFilterCount: 0,
    arn: `${group.arn}:*`,
    storedBytes: group.storedBytes(),
    logGroupClass: group.logGroupClass,
    logGroupArn: group.arn,
    deletionProtectionEnabled: false,
  };
}
