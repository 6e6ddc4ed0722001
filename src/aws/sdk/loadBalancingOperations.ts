import * as sdk from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ClientConfig } from './clientConfig.ts';
import { type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => new sdk.ElasticLoadBalancingV2Client(config);

export const operations = {
  DescribeListeners: reads(sdk.DescribeListenersCommand, 'unmetered'),
  DescribeLoadBalancers: reads(sdk.DescribeLoadBalancersCommand, 'unmetered'),
  DescribeRules: reads(sdk.DescribeRulesCommand, 'unmetered'),
  DescribeTargetGroups: reads(sdk.DescribeTargetGroupsCommand, 'unmetered'),
  DescribeTargetHealth: reads(sdk.DescribeTargetHealthCommand, 'unmetered'),
} satisfies OperationTable<typeof sdk>;
