import { ec2Query } from '../http/ec2Query.ts';
import { reads, type ServiceDefinition } from '../serviceDefinition.ts';
import {
  describeInternetGateways,
  describeManagedPrefixLists,
  describeNatGateways,
  describeVpcAttribute,
  describeVpcEndpoints,
  getManagedPrefixListEntries,
} from './gateways.ts';
import { describeNetworkInterfaces } from './networkInterfaces.ts';
import { describeNetworkAcls, describeRouteTables, describeSecurityGroups, describeSubnets } from './networks.ts';

export const ec2Service: ServiceDefinition = {
  name: 'ec2',
  protocol: ec2Query,
  operations: {
    DescribeInternetGateways: reads(describeInternetGateways),
    DescribeManagedPrefixLists: reads(describeManagedPrefixLists),
    DescribeNatGateways: reads(describeNatGateways),
    DescribeNetworkAcls: reads(describeNetworkAcls),
    DescribeNetworkInterfaces: reads(describeNetworkInterfaces),
    DescribeRouteTables: reads(describeRouteTables),
    DescribeSecurityGroups: reads(describeSecurityGroups),
    DescribeSubnets: reads(describeSubnets),
    DescribeVpcAttribute: reads(describeVpcAttribute),
    DescribeVpcEndpoints: reads(describeVpcEndpoints),
    GetManagedPrefixListEntries: reads(getManagedPrefixListEntries),
  },
};
