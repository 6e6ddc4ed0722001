import * as sdk from '@aws-sdk/client-application-auto-scaling';
import type { ClientConfig } from './clientConfig.ts';
import { changes, type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => new sdk.ApplicationAutoScalingClient(config);

export const operations = {
  DescribeScalableTargets: reads(sdk.DescribeScalableTargetsCommand, 'unmetered'),
  DescribeScalingPolicies: reads(sdk.DescribeScalingPoliciesCommand, 'unmetered'),

  RegisterScalableTarget: changes(sdk.RegisterScalableTargetCommand),
} satisfies OperationTable<typeof sdk>;
