import type {
  NatGateway,
  NetworkAcl,
  NetworkInterface,
  RouteTable,
  SecurityGroup,
  Subnet,
  VpcEndpoint,
} from '@aws-sdk/client-ec2';
import type { PrefixList } from '../../../network/vpc.ts';
import type { FrugalReads } from './frugalReads.ts';

/** What stands inside VPCs; what is undefined could not be read. */
export interface Inside {
  routeTables?: RouteTable[] | undefined;
  vpcEndpoints?: VpcEndpoint[] | undefined;
  networkAcls?: NetworkAcl[] | undefined;
  natGateways?: NatGateway[] | undefined;
  securityGroups?: SecurityGroup[] | undefined;
  mountTargets?: NetworkInterface[] | undefined;
  /** By VPC, of those that have endpoints to whose names it matters. */
  enableDnsHostnames: ReadonlyMap<string, boolean>;
}

export interface Wanted {
  /** One for each VPC. */
  subnets: readonly Subnet[];
  fileSystemIds: readonly string[];
  groupIds: readonly string[];
  needsDefaultGroup: boolean;
  shared: (subnet: Subnet) => boolean;
}

/** Reads what is needed of the VPCs: one request for each kind of thing, and none for what is not there to be asked for. */
export async function readInside(reads: FrugalReads, wanted: Wanted): Promise<Inside> {
  const vpcIds = wanted.subnets.flatMap(({ VpcId }) => VpcId ?? []);
  if (vpcIds.length === 0) return { enableDnsHostnames: new Map() };
  const Filters = [{ Name: 'vpc-id', Values: vpcIds }];
  const [routeTables, vpcEndpoints, networkAcls, mountTargets] = await Promise.all([
    reads.list('ec2', 'DescribeRouteTables', { Filters }, (page) => page.RouteTables),
    reads.list('ec2', 'DescribeVpcEndpoints', { Filters }, (page) => page.VpcEndpoints),
    reads.list('ec2', 'DescribeNetworkAcls', { Filters }, (page) => page.NetworkAcls),
    readMountTargets(reads, vpcIds, wanted.fileSystemIds),
  ]);
  const groupIds = [
    ...wanted.groupIds,
    ...[...(vpcEndpoints ?? []), ...(mountTargets ?? [])].flatMap(({ Groups = [] }) =>
      Groups.flatMap(({ GroupId }) => GroupId ?? []),
    ),
  ];
  const [securityGroups, natGateways, enableDnsHostnames] = await Promise.all([
    readGroups(reads, vpcIds, [...new Set(groupIds)], wanted.needsDefaultGroup),
    readNatGateways(reads, wanted, routeTables),
    readHostnames(reads, vpcEndpoints),
  ]);
  return { routeTables, vpcEndpoints, networkAcls, natGateways, securityGroups, mountTargets, enableDnsHostnames };
}

/** Mount targets by their interfaces, which EFS describes so: one request, where EFS would need one for each. */
async function readMountTargets(
  reads: FrugalReads,
  vpcIds: readonly string[],
  fileSystemIds: readonly string[],
): Promise<NetworkInterface[] | undefined> {
  if (fileSystemIds.length === 0) return [];
  const Filters = [
    { Name: 'vpc-id', Values: [...vpcIds] },
    { Name: 'description', Values: fileSystemIds.map((id) => `EFS mount target for ${id} *`) },
  ];
  return reads.list('ec2', 'DescribeNetworkInterfaces', { Filters }, (page) => page.NetworkInterfaces);
}

/** EC2 takes two hundred values of a filter. */
const mostValues = 200;

async function readGroups(
  reads: FrugalReads,
  vpcIds: readonly string[],
  ids: readonly string[],
  needsDefaultGroup: boolean,
): Promise<SecurityGroup[] | undefined> {
  if (ids.length === 0 && !needsDefaultGroup) return [];
  // By filter, for one that is gone would fail the request for all.
  const byId = !needsDefaultGroup && ids.length <= mostValues;
  const Filters = [byId ? { Name: 'group-id', Values: [...ids] } : { Name: 'vpc-id', Values: [...vpcIds] }];
  return reads.list('ec2', 'DescribeSecurityGroups', { Filters }, (page) => page.SecurityGroups);
}

/** Only where a route leads to one; those of a shared VPC are not described to others than its owner. */
async function readNatGateways(
  reads: FrugalReads,
  { subnets, shared }: Wanted,
  routeTables: readonly RouteTable[] | undefined,
): Promise<NatGateway[] | undefined> {
  const own = subnets.filter((subnet) => !shared(subnet)).flatMap(({ VpcId }) => VpcId ?? []);
  const isNamed = (routeTables ?? []).some(
    ({ VpcId = '', Routes = [] }) => own.includes(VpcId) && Routes.some(({ NatGatewayId }) => NatGatewayId),
  );
  if (!isNamed) return [];
  const Filter = [{ Name: 'vpc-id', Values: own }];
  return reads.list('ec2', 'DescribeNatGateways', { Filter }, (page) => page.NatGateways);
}

/** Whether names of private DNS are resolved, of the VPCs that have endpoints with such names. */
async function readHostnames(
  reads: FrugalReads,
  endpoints: readonly VpcEndpoint[] = [],
): Promise<ReadonlyMap<string, boolean>> {
  const named = endpoints.filter(({ PrivateDnsEnabled }) => PrivateDnsEnabled);
  const vpcIds = [...new Set(named.flatMap(({ VpcId }) => VpcId ?? []))];
  const found = await Promise.all(
    vpcIds.map(async (VpcId) => {
      const answer = await reads.one('ec2', 'DescribeVpcAttribute', { VpcId, Attribute: 'enableDnsHostnames' });
      return { VpcId, value: answer?.EnableDnsHostnames?.Value };
    }),
  );
  return new Map(found.flatMap(({ VpcId, value }) => (value === undefined ? [] : [[VpcId, value] as const])));
}

/** The prefix lists that rules name, where routes do not tell already what they stand for. */
export async function readPrefixLists(
  reads: FrugalReads,
  { securityGroups = [], routeTables = [] }: Inside,
): Promise<PrefixList[] | undefined> {
  const named = securityGroups
    .flatMap(({ IpPermissions = [], IpPermissionsEgress = [] }) => [...IpPermissions, ...IpPermissionsEgress])
    .flatMap(({ PrefixListIds = [] }) => PrefixListIds.flatMap(({ PrefixListId }) => PrefixListId ?? []));
  const routed = routeTables
    .flatMap(({ Routes = [] }) => Routes)
    .flatMap(({ DestinationPrefixListId, GatewayId }) =>
      GatewayId?.startsWith('vpce-') ? DestinationPrefixListId : [],
    );
  const ids = [...new Set(named)].filter((id) => !routed.includes(id));
  if (ids.length === 0) return [];
  const Filters = [{ Name: 'prefix-list-id', Values: ids }];
  const lists = await reads.list('ec2', 'DescribeManagedPrefixLists', { Filters }, (page) => page.PrefixLists);
  return (
    lists &&
    Promise.all(
      lists.map(async ({ PrefixListId: id = '', PrefixListName: name, OwnerId }) => {
        // What AWS keeps is known by its name.
        if (OwnerId === 'AWS' || !reads.may('ec2')) return { id, name };
        const input = { PrefixListId: id };
        const entries = await reads.list('ec2', 'GetManagedPrefixListEntries', input, (page) => page.Entries);
        return { id, name, cidrs: entries?.flatMap(({ Cidr }) => Cidr ?? []) };
      }),
    )
  );
}
