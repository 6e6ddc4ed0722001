import * as sdk from '@aws-sdk/client-ssm';
import type { ClientConfig } from './clientConfig.ts';
import { type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => new sdk.SSMClient(config);

export const operations = {
  DescribeParameters: reads(sdk.DescribeParametersCommand, 'unmetered'),
} satisfies OperationTable<typeof sdk>;
