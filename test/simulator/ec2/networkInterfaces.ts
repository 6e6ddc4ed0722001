import type { ServiceRequest } from '../serviceDefinition.ts';
import type { TaskState } from '../ecs/taskState.ts';
import type { RegionState } from '../regionState.ts';
import { describe, type DescribeInput } from './describe.ts';
import { Ec2State } from './ec2State.ts';

interface Interface {
  networkInterfaceId: string;
  subnetId: string;
  privateIpAddress: string;
  macAddress: string;
  privateDnsName: string;
  publicIp: string | undefined;
  groups: readonly string[];
  taskArn: string;
}

export function describeNetworkInterfaces(
  input: DescribeInput & { NetworkInterfaceId?: string[] },
  { region }: ServiceRequest,
): object {
  const { items, nextToken } = describe(input, {
    items: interfacesOf(region),
    idOf: (one) => one.networkInterfaceId,
    ids: input.NetworkInterfaceId,
    noun: 'networkInterface',
    errorCode: 'InvalidNetworkInterfaceID.NotFound',
    filters: {
      'network-interface-id': (one) => [one.networkInterfaceId],
      'subnet-id': (one) => [one.subnetId],
      'group-id': (one) => one.groups,
      'private-ip-address': (one) => [one.privateIpAddress],
    },
  });
  return { networkInterfaceSet: items.map((one) => written(one, region)), nextToken };
}

/** The interfaces that tasks have at the moment. */
function interfacesOf(region: RegionState): Interface[] {
  const tasks = [...region.ecs.clusters.values()].flatMap((cluster) => [...cluster.tasks.values()]);
  return tasks.flatMap((task) => interfaceOf(task) ?? []);
}

function interfaceOf(task: TaskState): Interface | undefined {
  const attachment = task.data.attachments?.find((one) => one.status === 'ATTACHED');
  const detail = (name: string): string => attachment?.details?.find((one) => one.name === name)?.value ?? '';
  const networkInterfaceId = detail('networkInterfaceId');
  if (!networkInterfaceId) return undefined;
  return {
    networkInterfaceId,
    subnetId: detail('subnetId'),
    privateIpAddress: detail('privateIPv4Address'),
    macAddress: detail('macAddress'),
    privateDnsName: detail('privateDnsName'),
    publicIp: task.network?.assignPublicIp === 'ENABLED' ? publicAddress(networkInterfaceId) : undefined,
    groups: task.network?.securityGroups ?? [],
    taskArn: task.data.taskArn,
  };
}

/** Always the same one for the same interface. */
export function publicAddress(networkInterfaceId: string): string {
  const octets = networkInterfaceId.slice(-6).match(/../g) ?? [];
  return `52.${octets.map((octet) => Number.parseInt(octet, 16)).join('.')}`;
}

function written(one: Interface, region: RegionState): object {
  const ec2 = Ec2State.of(region);
  const { vpcId, availabilityZone } = ec2.subnet(one.subnetId);
  const { privateIpAddress, privateDnsName } = one;
  const publicDnsName = `ec2-${one.publicIp?.replaceAll('.', '-')}.${region.name}.compute.amazonaws.com`;
  const association = one.publicIp && { publicIp: one.publicIp, publicDnsName, ipOwnerId: 'amazon' };
  return {
    networkInterfaceId: one.networkInterfaceId,
    subnetId: one.subnetId,
    vpcId,
    availabilityZone,
    description: `arn:aws:ecs:${region.name}:${region.account.id}:attachment/${one.taskArn.split('/').at(-1)}`,
    ownerId: region.account.id,
    requesterManaged: true,
    status: 'in-use',
    macAddress: one.macAddress,
    privateIpAddress,
    privateDnsName,
    sourceDestCheck: true,
    groupSet: one.groups.map((groupId) => ({ groupId, groupName: ec2.securityGroup(groupId).groupName })),
    ...(association ? { association } : {}),
    interfaceType: 'interface',
    privateIpAddressesSet: [
      { privateIpAddress, privateDnsName, primary: true, ...(association ? { association } : {}) },
    ],
  };
}
