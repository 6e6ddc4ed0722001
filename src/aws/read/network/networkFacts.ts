import type { SecurityGroup, Subnet } from '@aws-sdk/client-ec2';
import type { Connection } from '../../connection/connection.ts';
import type { TaskPlacement } from '../../../network/placement.ts';
import { fileSystemsOf, type NetworkFacts, type NetworkSubject } from '../../../network/subject.ts';
import type { VpcFacts } from '../../../network/vpc.ts';
import { readBalancing, readListeners } from './balancing.ts';
import { allowances, FrugalReads } from './frugalReads.ts';
import { readInterfaces } from './interfaces.ts';
import { type Inside, readInside, readPrefixLists } from './insideVpc.ts';

export interface NetworkOptions {
  /** Whose resources the subjects are: what another account owns is shared. */
  accountId?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Reads what networks are judged by, for all subjects at once and no request twice: at most eight of EC2 and four of
 * Elastic Load Balancing for one, at most twenty together for many. What cannot be read is left out and named.
 */
export async function fetchNetworkFacts(
  connection: Connection,
  subjects: readonly NetworkSubject[],
  { accountId, signal }: NetworkOptions = {},
): Promise<NetworkFacts> {
  const isOne = subjects.length <= 1;
  const reads = new FrugalReads(connection, isOne ? allowances.one : allowances.many, signal);
  const targetGroupArns = subjects.flatMap(({ balanced }) => balanced.map(({ targetGroupArn }) => targetGroupArn));
  const [subnets, found, balancing] = await Promise.all([
    reads.list('ec2', 'DescribeSubnets', { MaxResults: 1000 }, (page) => page.Subnets),
    readInterfaces(reads, subjects),
    readBalancing(reads, [...new Set(targetGroupArns)]),
  ]);
  const placements = found.map(({ placement }) => placement);
  const used = usedSubnets(placements, subnets);
  const inside = await readInside(reads, {
    subnets: used,
    fileSystemIds: [...new Set(subjects.flatMap(fileSystemsOf))],
    groupIds: [
      ...placements.flatMap(groupsIn),
      ...(balancing.loadBalancers ?? []).flatMap((one) => one.SecurityGroups ?? []),
    ],
    needsDefaultGroup: placements.some((one) => one.tasks.some(({ securityGroups }) => securityGroups?.length === 0)),
    shared: (subnet) => isShared(subnet, accountId),
  });
  const [prefixLists, withListeners] = await Promise.all([
    readPrefixLists(reads, inside),
    isOne ? readListeners(reads, balancing) : balancing,
  ]);
  const vpcs = used.map((subnet) =>
    vpcFacts(subnet, {
      subnets,
      inside,
      prefixLists,
      reads,
      region: connection.region,
      shared: isShared(subnet, accountId),
    }),
  );
  return { region: connection.region, vpcs, balancing: withListeners, subjects: found, unread: reads.unread };
}

function isShared({ OwnerId }: Subnet, accountId: string | undefined): boolean {
  return accountId !== undefined && OwnerId !== undefined && OwnerId !== accountId;
}

function groupsIn({ tasks, instances = [] }: TaskPlacement): string[] {
  return [...tasks, ...instances].flatMap(({ securityGroups }) => securityGroups ?? []);
}

/** One subnet for each VPC that placements stand in. */
function usedSubnets(placements: readonly TaskPlacement[], subnets: readonly Subnet[] = []): Subnet[] {
  const ids = new Set(
    placements.flatMap(({ tasks, instances = [] }) => [...tasks, ...instances].map(({ subnetId }) => subnetId)),
  );
  const used = subnets.filter(({ SubnetId = '' }) => ids.has(SubnetId));
  return [...new Map(used.map((subnet) => [subnet.VpcId, subnet])).values()];
}

interface Parts {
  subnets: readonly Subnet[] | undefined;
  inside: Inside;
  prefixLists: VpcFacts['prefixLists'];
  reads: FrugalReads;
  region: string;
  shared: boolean;
}

/** What belongs to one VPC of what was read of all. */
function vpcFacts({ VpcId = '' }: Subnet, { subnets, inside, prefixLists, reads, region, shared }: Parts): VpcFacts {
  const own = <T extends { VpcId?: string | undefined }>(list: readonly T[] | undefined): T[] | undefined =>
    list?.filter((one) => one.VpcId === VpcId);
  return {
    vpcId: VpcId,
    region,
    shared,
    subnets: own(subnets),
    routeTables: own(inside.routeTables),
    natGateways: own(inside.natGateways),
    vpcEndpoints: own(inside.vpcEndpoints),
    networkAcls: own(inside.networkAcls),
    // Those of a peered VPC, or of its owner, may be named as well.
    securityGroups: defaultOfOwn(inside.securityGroups, VpcId),
    mountTargets: own(inside.mountTargets),
    prefixLists,
    enableDnsHostnames: inside.enableDnsHostnames.get(VpcId),
    unread: reads.unread,
  };
}

/** Each VPC has a group named default: that of another one is not meant. */
function defaultOfOwn(groups: readonly SecurityGroup[] | undefined, vpcId: string): SecurityGroup[] | undefined {
  return groups?.filter(({ GroupName, VpcId }) => GroupName !== 'default' || VpcId === vpcId);
}
