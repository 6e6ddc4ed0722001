import type {
  NatGateway,
  NetworkAcl,
  NetworkInterface,
  Route,
  RouteTable,
  SecurityGroup,
  Subnet,
  VpcEndpoint,
} from '@aws-sdk/client-ec2';

/** A prefix list that a route or a rule names. */
export interface PrefixList {
  id: string;
  /** `com.amazonaws.eu-west-1.s3` of those that AWS keeps. */
  name?: string | undefined;
  /** Undefined where they were not read. */
  cidrs?: readonly string[] | undefined;
}

/**
 * What is known of one VPC, as EC2 describes it. A list that is undefined could not be read: nothing follows from it. One
 * that is there is whole.
 */
export interface VpcFacts {
  vpcId: string;
  region: string;
  /** Whether another account owns it: of what its owner keeps, NAT gateways and endpoints are not described to others. */
  shared: boolean;
  subnets?: readonly Subnet[] | undefined;
  routeTables?: readonly RouteTable[] | undefined;
  natGateways?: readonly NatGateway[] | undefined;
  vpcEndpoints?: readonly VpcEndpoint[] | undefined;
  networkAcls?: readonly NetworkAcl[] | undefined;
  /** Those that are named by what is judged. */
  securityGroups?: readonly SecurityGroup[] | undefined;
  prefixLists?: readonly PrefixList[] | undefined;
  /** Interfaces of file systems, of those that are judged. */
  mountTargets?: readonly NetworkInterface[] | undefined;
  enableDnsSupport?: boolean | undefined;
  enableDnsHostnames?: boolean | undefined;
  /** Operations of which the answer is missing, such as `ec2:DescribeVpcEndpoints`. */
  unread: readonly string[];
}

export type Family = 4 | 6;

export function subnetOf(facts: VpcFacts, subnetId: string): Subnet | undefined {
  return facts.subnets?.find((subnet) => subnet.SubnetId === subnetId);
}

/** The route table of a subnet: the one it is associated with, else the main one of its VPC. */
export function routeTableOf({ routeTables }: VpcFacts, subnetId: string): RouteTable | undefined {
  const has = (test: (association: NonNullable<RouteTable['Associations']>[number]) => boolean) =>
    routeTables?.find(({ Associations = [] }) => Associations.some(test));
  return has(({ SubnetId }) => SubnetId === subnetId) ?? has(({ Main }) => Main === true);
}

/** The network ACL of a subnet: the one it is associated with, else the default one of its VPC. */
export function networkAclOf({ networkAcls }: VpcFacts, subnetId: string): NetworkAcl | undefined {
  const own = networkAcls?.find(({ Associations = [] }) => Associations.some(({ SubnetId }) => SubnetId === subnetId));
  return own ?? networkAcls?.find(({ IsDefault }) => IsDefault);
}

/** Blocks of a subnet, of one family. */
export function blocksOf(subnet: Subnet, family: Family): string[] {
  if (family === 4) return subnet.CidrBlock ? [subnet.CidrBlock] : [];
  return (subnet.Ipv6CidrBlockAssociationSet ?? []).flatMap(({ Ipv6CidrBlock, Ipv6CidrBlockState }) => {
    const isThere = (Ipv6CidrBlockState?.State ?? 'associated') === 'associated';
    return Ipv6CidrBlock && isThere ? [Ipv6CidrBlock] : [];
  });
}

/** The families of which an interface in the subnet gets addresses. */
export function familiesOf(subnet: Subnet): Family[] {
  return ([4, 6] as const).filter((family) => blocksOf(subnet, family).length > 0);
}

/** What a route leads to: `igw-…`, `nat-…`, `local` … */
export function targetOf(route: Route): string | undefined {
  return (
    route.NatGatewayId ??
    route.TransitGatewayId ??
    route.VpcPeeringConnectionId ??
    route.EgressOnlyInternetGatewayId ??
    route.GatewayId ??
    route.InstanceId ??
    route.NetworkInterfaceId ??
    route.CarrierGatewayId ??
    route.LocalGatewayId ??
    route.CoreNetworkArn
  );
}
