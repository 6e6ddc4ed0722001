import type { NetworkInterface } from '@aws-sdk/client-ec2';
import type { InstanceState } from '../ecs/instanceState.ts';
import type { TaskState } from '../ecs/taskState.ts';
import type { RegionState } from '../regionState.ts';
import type { ServiceRequest } from '../serviceDefinition.ts';
import { describe, type DescribeInput } from './describe.ts';
import { Ec2State } from './ec2State.ts';
import { writeAnswer } from './writeAnswer.ts';

export function describeNetworkInterfaces(
  input: DescribeInput & { NetworkInterfaceId?: string[] },
  { region }: ServiceRequest,
): Promise<object> {
  const { items: NetworkInterfaces, NextToken } = describe<NetworkInterface>(input, {
    items: [...taskInterfaces(region), ...instanceInterfaces(region), ...Ec2State.of(region).interfaces],
    idOf: ({ NetworkInterfaceId = '' }) => NetworkInterfaceId,
    ids: input.NetworkInterfaceId,
    noun: 'networkInterface',
    errorCode: 'InvalidNetworkInterfaceID.NotFound',
    filters: {
      'network-interface-id': ({ NetworkInterfaceId }) => [NetworkInterfaceId],
      'subnet-id': ({ SubnetId }) => [SubnetId],
      'vpc-id': ({ VpcId }) => [VpcId],
      'group-id': ({ Groups = [] }) => Groups.map(({ GroupId }) => GroupId),
      'private-ip-address': ({ PrivateIpAddress }) => [PrivateIpAddress],
      description: ({ Description }) => [Description],
      'interface-type': ({ InterfaceType }) => [InterfaceType],
      'attachment.instance-id': ({ Attachment }) => [Attachment?.InstanceId],
    },
  });
  return writeAnswer('DescribeNetworkInterfaces', { NetworkInterfaces, NextToken });
}

/** The interfaces that tasks have at the moment. */
function taskInterfaces(region: RegionState): NetworkInterface[] {
  const tasks = [...region.ecs.clusters.values()].flatMap((cluster) => [...cluster.tasks.values()]);
  return tasks.flatMap((task) => taskInterface(task, region) ?? []);
}

function taskInterface(task: TaskState, region: RegionState): NetworkInterface | undefined {
  const attachment = task.data.attachments?.find((one) => one.status === 'ATTACHED');
  const detail = (name: string): string => attachment?.details?.find((one) => one.name === name)?.value ?? '';
  const NetworkInterfaceId = detail('networkInterfaceId');
  if (!NetworkInterfaceId) return undefined;
  return interfaceOf(region, {
    NetworkInterfaceId,
    SubnetId: detail('subnetId'),
    PrivateIpAddress: detail('privateIPv4Address'),
    PrivateDnsName: detail('privateDnsName'),
    MacAddress: detail('macAddress'),
    Description: `arn:aws:ecs:${region.name}:${region.account.id}:attachment/${task.data.taskArn.split('/').at(-1)}`,
    RequesterManaged: true,
    groups: task.network?.securityGroups ?? [],
    publicIp: task.network?.assignPublicIp === 'ENABLED' ? publicAddress(NetworkInterfaceId) : undefined,
  });
}

/** The primary interfaces of instances that belong to clusters: each in a subnet of its zone, with the groups of tasks there. */
function instanceInterfaces(region: RegionState): NetworkInterface[] {
  const ec2 = Ec2State.of(region);
  const subnets = ec2.subnets.filter(({ vpcId }) => vpcId === ec2.vpcId);
  const group = ec2.securityGroups.find(({ vpcId }) => vpcId === ec2.vpcId);
  const instances = [...region.ecs.clusters.values()].flatMap((cluster) => [...cluster.instances.values()]);
  return instances.flatMap((instance) => {
    const subnet = subnets.find((one) => one.availabilityZone === instance.options.availabilityZone);
    return subnet ? instanceInterface(region, instance, subnet.subnetId, group ? [group.groupId] : []) : [];
  });
}

function instanceInterface(
  region: RegionState,
  instance: InstanceState,
  SubnetId: string,
  groups: readonly string[],
): NetworkInterface {
  const digits = instance.ec2InstanceId.slice('i-'.length);
  const last = Number.parseInt(digits.slice(0, 2), 16);
  const block = Ec2State.of(region).subnet(SubnetId).cidrBlock.split('.').slice(0, 3).join('.');
  const own = interfaceOf(region, {
    NetworkInterfaceId: `eni-${digits}`,
    SubnetId,
    PrivateIpAddress: `${block}.${last}`,
    PrivateDnsName: `ip-${block.replaceAll('.', '-')}-${last}.${region.name}.compute.internal`,
    MacAddress: `0a:${(digits.slice(0, 10).match(/../g) ?? []).join(':')}`,
    Description: '',
    RequesterManaged: false,
    groups,
    publicIp: undefined,
  });
  const Attachment = { InstanceId: instance.ec2InstanceId, DeviceIndex: 0, Status: 'attached' as const };
  return { ...own, Attachment };
}

/** Always the same one for the same interface. */
export function publicAddress(networkInterfaceId: string): string {
  const octets = networkInterfaceId.slice(-6).match(/../g) ?? [];
  return `52.${octets.map((octet) => Number.parseInt(octet, 16)).join('.')}`;
}

type Own = Pick<
  NetworkInterface,
  | 'NetworkInterfaceId'
  | 'SubnetId'
  | 'PrivateIpAddress'
  | 'PrivateDnsName'
  | 'MacAddress'
  | 'Description'
  | 'RequesterManaged'
>;

function interfaceOf(
  region: RegionState,
  { groups, publicIp, ...own }: Own & { groups: readonly string[]; publicIp: string | undefined },
): NetworkInterface {
  const ec2 = Ec2State.of(region);
  const { vpcId, availabilityZone } = ec2.subnet(own.SubnetId ?? '');
  const { PrivateIpAddress, PrivateDnsName } = own;
  const PublicDnsName = `ec2-${publicIp?.replaceAll('.', '-')}.${region.name}.compute.amazonaws.com`;
  const association = publicIp ? { Association: { PublicIp: publicIp, PublicDnsName, IpOwnerId: 'amazon' } } : {};
  return {
    ...own,
    VpcId: vpcId,
    AvailabilityZone: availabilityZone,
    OwnerId: region.account.id,
    Status: 'in-use',
    SourceDestCheck: true,
    Groups: groups.map((GroupId) => ({ GroupId, GroupName: ec2.securityGroup(GroupId).groupName })),
    ...association,
    InterfaceType: 'interface',
    PrivateIpAddresses: [{ PrivateIpAddress, PrivateDnsName, Primary: true, ...association }],
  };
}
