import * as sdk from '@aws-sdk/client-efs';
import type { ClientConfig } from './clientConfig.ts';
import { type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => new sdk.EFSClient(config);

export const operations = {
  DescribeAccessPoints: reads(sdk.DescribeAccessPointsCommand, 'unmetered'),
  DescribeFileSystems: reads(sdk.DescribeFileSystemsCommand, 'unmetered'),
} satisfies OperationTable<typeof sdk>;
