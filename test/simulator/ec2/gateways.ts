import type { InternetGateway, NatGateway, VpcEndpoint } from '@aws-sdk/client-ec2';
import { ServiceError } from '../http/serviceError.ts';
import type { ServiceRequest } from '../serviceDefinition.ts';
import { describe, type DescribeInput } from './describe.ts';
import { Ec2State, type PrefixListData } from './ec2State.ts';
import { writeAnswer } from './writeAnswer.ts';

export function describeNatGateways(
  input: DescribeInput & { NatGatewayId?: string[] },
  { region }: ServiceRequest,
): Promise<object> {
  const { items: NatGateways, NextToken } = describe<NatGateway>(input, {
    items: Ec2State.of(region).natGateways,
    idOf: ({ NatGatewayId = '' }) => NatGatewayId,
    ids: input.NatGatewayId,
    noun: 'natGateway',
    errorCode: 'NatGatewayNotFound',
    filters: {
      'nat-gateway-id': ({ NatGatewayId }) => [NatGatewayId],
      'vpc-id': ({ VpcId }) => [VpcId],
      'subnet-id': ({ SubnetId }) => [SubnetId],
      state: ({ State }) => [State],
    },
  });
  return writeAnswer('DescribeNatGateways', { NatGateways, NextToken });
}

export function describeInternetGateways(
  input: DescribeInput & { InternetGatewayId?: string[] },
  { region }: ServiceRequest,
): Promise<object> {
  const { items: InternetGateways, NextToken } = describe<InternetGateway>(input, {
    items: Ec2State.of(region).internetGateways,
    idOf: ({ InternetGatewayId = '' }) => InternetGatewayId,
    ids: input.InternetGatewayId,
    noun: 'internetGateway',
    errorCode: 'InvalidInternetGatewayID.NotFound',
    filters: {
      'internet-gateway-id': ({ InternetGatewayId }) => [InternetGatewayId],
      'attachment.vpc-id': ({ Attachments = [] }) => Attachments.map(({ VpcId }) => VpcId),
    },
  });
  return writeAnswer('DescribeInternetGateways', { InternetGateways, NextToken });
}

export function describeVpcEndpoints(
  input: DescribeInput & { VpcEndpointId?: string[] },
  { region }: ServiceRequest,
): Promise<object> {
  const { items: VpcEndpoints, NextToken } = describe<VpcEndpoint>(input, {
    items: Ec2State.of(region).vpcEndpoints,
    idOf: ({ VpcEndpointId = '' }) => VpcEndpointId,
    ids: input.VpcEndpointId,
    noun: 'vpcEndpoint',
    errorCode: 'InvalidVpcEndpointId.NotFound',
    filters: {
      'vpc-endpoint-id': ({ VpcEndpointId }) => [VpcEndpointId],
      'vpc-endpoint-type': ({ VpcEndpointType }) => [VpcEndpointType],
      'vpc-id': ({ VpcId }) => [VpcId],
      'service-name': ({ ServiceName }) => [ServiceName],
    },
  });
  return writeAnswer('DescribeVpcEndpoints', { VpcEndpoints, NextToken });
}

export function describeVpcAttribute(
  { VpcId = '', Attribute = '' }: { VpcId?: string; Attribute?: string },
  { region }: ServiceRequest,
): Promise<object> {
  const ec2 = Ec2State.of(region);
  if (!ec2.subnets.some(({ vpcId }) => vpcId === VpcId)) {
    throw new ServiceError('InvalidVpcID.NotFound', `The vpc ID '${VpcId}' does not exist`);
  }
  const name = { enableDnsSupport: 'EnableDnsSupport', enableDnsHostnames: 'EnableDnsHostnames' }[Attribute];
  if (!name) {
    throw new ServiceError('InvalidParameterValue', `Value (${Attribute}) for parameter attribute is invalid.`);
  }
  const Value = !ec2.attributesOff.has(`${VpcId} ${Attribute}`);
  return writeAnswer('DescribeVpcAttribute', { VpcId, [name]: { Value } });
}

export function describeManagedPrefixLists(
  input: DescribeInput & { PrefixListId?: string[] },
  { region }: ServiceRequest,
): Promise<object> {
  const { items, NextToken } = describe<PrefixListData>(input, {
    items: Ec2State.of(region).prefixLists,
    idOf: ({ id }) => id,
    ids: input.PrefixListId,
    noun: 'prefixList',
    errorCode: 'InvalidPrefixListID.NotFound',
    filters: {
      'prefix-list-id': ({ id }) => [id],
      'prefix-list-name': ({ name }) => [name],
      'owner-id': ({ ownerId }) => [ownerId],
    },
    page: { least: 1, most: 100 },
  });
  const PrefixLists = items.map(({ id, name, ownerId, cidrs }) => ({
    PrefixListId: id,
    PrefixListName: name,
    PrefixListArn: `arn:${region.partition}:ec2:${region.name}:${ownerId === 'AWS' ? 'aws' : ownerId}:prefix-list/${id}`,
    AddressFamily: 'IPv4',
    OwnerId: ownerId,
    // AWS's own have neither version nor bounds.
    ...(ownerId === 'AWS' ? {} : { State: 'create-complete', MaxEntries: cidrs.length, Version: 1 }),
  }));
  return writeAnswer('DescribeManagedPrefixLists', { PrefixLists, NextToken });
}

export function getManagedPrefixListEntries(
  input: DescribeInput & { PrefixListId?: string },
  { region }: ServiceRequest,
): Promise<object> {
  const list = Ec2State.of(region).prefixLists.find(({ id }) => id === input.PrefixListId);
  if (!list) {
    throw new ServiceError('InvalidPrefixListID.NotFound', `The prefixList ID '${input.PrefixListId}' does not exist`);
  }
  const { items, NextToken } = describe<string>(input, {
    items: list.cidrs,
    idOf: (cidr) => cidr,
    ids: undefined,
    noun: 'prefixListEntry',
    errorCode: 'InvalidPrefixListID.NotFound',
    filters: {},
    page: { least: 1, most: 100 },
  });
  return writeAnswer('GetManagedPrefixListEntries', { Entries: items.map((Cidr) => ({ Cidr })), NextToken });
}
