import * as sdk from '@aws-sdk/client-ec2';
import type { ClientConfig } from './clientConfig.ts';
import { type OperationTable, reads } from './operationKinds.ts';

export const createClient = (config: ClientConfig) => new sdk.EC2Client(config);

export const operations = {
  DescribeManagedPrefixLists: reads(sdk.DescribeManagedPrefixListsCommand, 'unmetered'),
  DescribeNatGateways: reads(sdk.DescribeNatGatewaysCommand, 'unmetered'),
  DescribeNetworkAcls: reads(sdk.DescribeNetworkAclsCommand, 'unmetered'),
  DescribeNetworkInterfaces: reads(sdk.DescribeNetworkInterfacesCommand, 'unmetered'),
  DescribeRouteTables: reads(sdk.DescribeRouteTablesCommand, 'unmetered'),
  DescribeSecurityGroups: reads(sdk.DescribeSecurityGroupsCommand, 'unmetered'),
  DescribeSubnets: reads(sdk.DescribeSubnetsCommand, 'unmetered'),
  DescribeVpcAttribute: reads(sdk.DescribeVpcAttributeCommand, 'unmetered'),
  DescribeVpcEndpoints: reads(sdk.DescribeVpcEndpointsCommand, 'unmetered'),
  GetManagedPrefixListEntries: reads(sdk.GetManagedPrefixListEntriesCommand, 'unmetered'),
} satisfies OperationTable<typeof sdk>;
