import type { SecurityGroup, Subnet } from '@aws-sdk/client-ec2';
import type { Connection } from '../connection/connection.ts';
import { collect } from '../paging.ts';

/** EC2 gives at most a thousand a page. */
const MaxResults = 1000;

/** All subnets of the connection's Region that its account may use. */
export function fetchSubnets(connection: Connection): Promise<Subnet[]> {
  return collect(
    (NextToken) => connection.read('ec2', 'DescribeSubnets', { MaxResults, NextToken }),
    ({ Subnets }) => Subnets,
  );
}

/** The security groups of a VPC. */
export function fetchSecurityGroups(connection: Connection, vpcId: string): Promise<SecurityGroup[]> {
  const Filters = [{ Name: 'vpc-id', Values: [vpcId] }];
  return collect(
    (NextToken) => connection.read('ec2', 'DescribeSecurityGroups', { Filters, MaxResults, NextToken }),
    ({ SecurityGroups }) => SecurityGroups,
  );
}
