import * as sdk from '@aws-sdk/client-ec2';
import type { ClientConfig } from './clientConfig.ts';
import { type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => new sdk.EC2Client(config);

export const operations = {
  DescribeNetworkInterfaces: reads(sdk.DescribeNetworkInterfacesCommand, 'unmetered'),
  DescribeSecurityGroups: reads(sdk.DescribeSecurityGroupsCommand, 'unmetered'),
  DescribeSubnets: reads(sdk.DescribeSubnetsCommand, 'unmetered'),
} satisfies OperationTable<typeof sdk>;
