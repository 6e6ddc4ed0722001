import type { RegionState } from '../regionState.ts';
import type { ServiceRequest } from '../serviceDefinition.ts';
import { describe, type DescribeInput } from './describe.ts';
import { Ec2State, type SecurityGroupData, type SubnetData } from './ec2State.ts';

export function describeSubnets(input: DescribeInput & { SubnetId?: string[] }, { region }: ServiceRequest): object {
  const { items, nextToken } = describe<SubnetData>(input, {
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
  return { subnetSet: items.map((subnet) => writtenSubnet(subnet, region)), nextToken };
}

function writtenSubnet({ name, ...subnet }: SubnetData, region: RegionState): object {
  return {
    ...subnet,
    state: 'available',
    ownerId: region.account.id,
    availableIpAddressCount: 4091,
    defaultForAz: false,
    assignIpv6AddressOnCreation: false,
    subnetArn: region.arn('ec2', `subnet/${subnet.subnetId}`),
    ...(name === undefined ? {} : { tagSet: [{ key: 'Name', value: name }] }),
  };
}

export function describeSecurityGroups(
  input: DescribeInput & { GroupId?: string[] },
  { region }: ServiceRequest,
): object {
  const { items, nextToken } = describe<SecurityGroupData>(input, {
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
  const ownerId = region.account.id;
  return { securityGroupInfo: items.map((group) => ({ ownerId, ...group })), nextToken };
}
