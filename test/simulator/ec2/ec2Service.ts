import { ec2Query } from '../http/ec2Query.ts';
import { reads, type ServiceDefinition } from '../serviceDefinition.ts';
import { describeNetworkInterfaces } from './networkInterfaces.ts';
import { describeSecurityGroups, describeSubnets } from './networks.ts';

export const ec2Service: ServiceDefinition = {
  name: 'ec2',
  protocol: ec2Query,
  operations: {
    DescribeNetworkInterfaces: reads(describeNetworkInterfaces),
    DescribeSecurityGroups: reads(describeSecurityGroups),
    DescribeSubnets: reads(describeSubnets),
  },
};
