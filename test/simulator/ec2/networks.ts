import type { NetworkAcl, RouteTable, SecurityGroup, Subnet } from '@aws-sdk/client-ec2';
import type { RegionState } from '../regionState.ts';
import type { ServiceRequest } from '../serviceDefinition.ts';
import { describe, type DescribeInput } from './describe.ts';
import { Ec2State, type SecurityGroupData, type SubnetData } from './ec2State.ts';
import { writeAnswer } from './writeAnswer.ts';

export function describeSubnets(
  input: DescribeInput & { SubnetId?: string[] },
  { region }: ServiceRequest,
): Promise<object> {
  const { items, NextToken } = describe<SubnetData>(input, {
    items: Ec2State.of(region).subnets,
    idOf: (subnet) => subnet.subnetId,
    ids: input.SubnetId,
    noun: 'subnet',
    errorCode: 'InvalidSubnetID.NotFound',
    filters: {
      'subnet-id': (subnet) => [subnet.subnetId],
      'vpc-id': (subnet) => [subnet.vpcId],
      'availability-zone': (subnet) => [subnet.availabilityZone],
    },
  });
  return writeAnswer('DescribeSubnets', { Subnets: items.map((subnet) => subnetOf(subnet, region)), NextToken });
}

function subnetOf({ name, more, ...subnet }: SubnetData, region: RegionState): Subnet {
  return {
    SubnetId: subnet.subnetId,
    VpcId: subnet.vpcId,
    ...(more?.Ipv6Native ? {} : { CidrBlock: subnet.cidrBlock }),
    AvailabilityZone: subnet.availabilityZone,
    MapPublicIpOnLaunch: subnet.mapPublicIpOnLaunch,
    State: 'available',
    OwnerId: region.account.id,
    AvailableIpAddressCount: 4091,
    DefaultForAz: false,
    AssignIpv6AddressOnCreation: false,
    EnableDns64: false,
    SubnetArn: region.arn('ec2', `subnet/${subnet.subnetId}`),
    ...(name === undefined ? {} : { Tags: [{ Key: 'Name', Value: name }] }),
    ...more,
  };
}

export function describeSecurityGroups(
  input: DescribeInput & { GroupId?: string[] },
  { region }: ServiceRequest,
): Promise<object> {
  const { items, NextToken } = describe<SecurityGroupData>(input, {
    items: Ec2State.of(region).securityGroups,
    idOf: (group) => group.groupId,
    ids: input.GroupId,
    noun: 'security group',
    errorCode: 'InvalidGroup.NotFound',
    filters: {
      'group-id': (group) => [group.groupId],
      'group-name': (group) => [group.groupName],
      'vpc-id': (group) => [group.vpcId],
    },
  });
  const SecurityGroups = items.map((group): SecurityGroup => ({
    OwnerId: region.account.id,
    GroupId: group.groupId,
    GroupName: group.groupName,
    Description: group.groupDescription,
    VpcId: group.vpcId,
    IpPermissions: group.ingress ?? [],
    IpPermissionsEgress: group.egress ?? [],
  }));
  return writeAnswer('DescribeSecurityGroups', { SecurityGroups, NextToken });
}

export function describeRouteTables(
  input: DescribeInput & { RouteTableId?: string[] },
  { region }: ServiceRequest,
): Promise<object> {
  const { items: RouteTables, NextToken } = describe<RouteTable>(input, {
    items: Ec2State.of(region).routeTables,
    idOf: ({ RouteTableId = '' }) => RouteTableId,
    ids: input.RouteTableId,
    noun: 'routeTable',
    errorCode: 'InvalidRouteTableID.NotFound',
    filters: {
      'route-table-id': ({ RouteTableId }) => [RouteTableId],
      'vpc-id': ({ VpcId }) => [VpcId],
      'association.subnet-id': ({ Associations = [] }) => Associations.map(({ SubnetId }) => SubnetId),
      'association.main': ({ Associations = [] }) => Associations.map(({ Main }) => String(Main ?? false)),
    },
    page: { least: 5, most: 100 },
  });
  return writeAnswer('DescribeRouteTables', { RouteTables, NextToken });
}

export function describeNetworkAcls(
  input: DescribeInput & { NetworkAclId?: string[] },
  { region }: ServiceRequest,
): Promise<object> {
  const { items: NetworkAcls, NextToken } = describe<NetworkAcl>(input, {
    items: Ec2State.of(region).networkAcls,
    idOf: ({ NetworkAclId = '' }) => NetworkAclId,
    ids: input.NetworkAclId,
    noun: 'networkAcl',
    errorCode: 'InvalidNetworkAclID.NotFound',
    filters: {
      'network-acl-id': ({ NetworkAclId }) => [NetworkAclId],
      'vpc-id': ({ VpcId }) => [VpcId],
      'association.subnet-id': ({ Associations = [] }) => Associations.map(({ SubnetId }) => SubnetId),
      default: ({ IsDefault }) => [String(IsDefault ?? false)],
    },
  });
  return writeAnswer('DescribeNetworkAcls', { NetworkAcls, NextToken });
}
