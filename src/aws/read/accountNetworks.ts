import type { SecurityGroup, Subnet } from '@aws-sdk/client-ec2';
import type { Connection } from '../connection/connection.ts';
import { pages } from '../paging.ts';

/** EC2 gives at most a thousand a page. */
const MaxResults = 1000;

/** All subnets of the connection's Region that its account may use. */
export async function fetchSubnets(connection: Connection): Promise<Subnet[]> {
  const found: Subnet[] = [];
  const fetchPage = async (NextToken?: string) => {
    const page = await connection.read('ec2', 'DescribeSubnets', { MaxResults, NextToken });
    return { subnets: page.Subnets ?? [], nextToken: page.NextToken };
  };
  for await (const { subnets } of pages(fetchPage)) found.push(...subnets);
  return found;
}

/** The security groups of a VPC. */
export async function fetchSecurityGroups(connection: Connection, vpcId: string): Promise<SecurityGroup[]> {
  const found: SecurityGroup[] = [];
  const Filters = [{ Name: 'vpc-id', Values: [vpcId] }];
  const fetchPage = async (NextToken?: string) => {
    const page = await connection.read('ec2', 'DescribeSecurityGroups', { Filters, MaxResults, NextToken });
    return { groups: page.SecurityGroups ?? [], nextToken: page.NextToken };
  };
  for await (const { groups } of pages(fetchPage)) found.push(...groups);
  return found;
}
