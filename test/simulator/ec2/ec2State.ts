import type {
  InternetGateway,
  IpPermission,
  NatGateway,
  NetworkAcl,
  NetworkInterface,
  RouteTable,
  Subnet,
  VpcEndpoint,
} from '@aws-sdk/client-ec2';
import type { AwsVpcConfiguration } from '@aws-sdk/client-ecs';
import { blockOfSubnet, zoneOfSubnet } from '../ecs/scheduler/network.ts';
import type { RegionState } from '../regionState.ts';
import { defaultAcl, defaultNat, defaultPermissions, mainRouteTable } from './defaultNetwork.ts';

export interface SubnetData {
  subnetId: string;
  vpcId: string;
  name?: string | undefined;
  /** None in a subnet of IPv6 alone. */
  cidrBlock: string;
  availabilityZone: string;
  /** Whether what starts in it gets a public address unless somebody says otherwise. */
  mapPublicIpOnLaunch: boolean;
  /** What else the SDK's model knows. */
  more?: Partial<Subnet>;
}

export interface SecurityGroupData {
  groupId: string;
  vpcId: string;
  groupName: string;
  groupDescription: string;
  /** Lets everything out, and everything of the VPC in, unless given. */
  ingress?: IpPermission[];
  egress?: IpPermission[];
}

export interface PrefixListData {
  id: string;
  name: string;
  ownerId: string;
  cidrs: readonly string[];
}

const states = new WeakMap<RegionState, Ec2State>();

/**
 * The network of a Region: what was added to it, and the subnets and groups that services and tasks name. A VPC to which
 * nothing else was added has a NAT gateway that all its subnets lead to, and lets everything through.
 */
export class Ec2State {
  readonly vpcId: string;
  readonly region: RegionState;
  readonly internetGateways: InternetGateway[] = [];
  readonly vpcEndpoints: VpcEndpoint[] = [];
  readonly prefixLists: PrefixListData[] = [];
  /** Interfaces of other things than tasks. */
  readonly interfaces: NetworkInterface[] = [];
  /** Attributes that are off, as `vpc-1 enableDnsHostnames`. */
  readonly attributesOff = new Set<string>();
  readonly #routeTables: RouteTable[] = [];
  readonly #natGateways: NatGateway[] = [];
  readonly #networkAcls: NetworkAcl[] = [];
  readonly #subnets = new Map<string, SubnetData>();
  readonly #groups = new Map<string, SecurityGroupData>();

  constructor(region: RegionState) {
    this.region = region;
    this.vpcId = `vpc-0${region.account.id}0a1b`;
    this.prefixLists.push({
      id: 'pl-6da54004',
      name: `com.amazonaws.${region.name}.s3`,
      ownerId: 'AWS',
      cidrs: ['3.5.64.0/21', '52.218.0.0/17'],
    });
  }

  static of(region: RegionState): Ec2State {
    const found = states.get(region) ?? new Ec2State(region);
    states.set(region, found);
    return found;
  }

  addSubnet(subnetId: string, more: Partial<SubnetData> = {}): SubnetData {
    const made = {
      subnetId,
      vpcId: this.vpcId,
      cidrBlock: `10.0.${blockOfSubnet(subnetId)}.0/20`,
      availabilityZone: zoneOfSubnet(this.region.name, subnetId),
      mapPublicIpOnLaunch: false,
      ...more,
    };
    this.#subnets.set(subnetId, made);
    return made;
  }

  addSecurityGroup(groupId: string, more: Partial<SecurityGroupData> = {}): SecurityGroupData {
    const made = {
      groupId,
      vpcId: this.vpcId,
      groupName: `tasks-${groupId.slice(3, 7)}`,
      groupDescription: 'Tasks of a service',
      ...defaultPermissions(),
      ...more,
    };
    this.#groups.set(groupId, made);
    return made;
  }

  /** A table with `Associations` and `Routes`; the local route is there by itself. */
  addRouteTable(VpcId: string, RouteTableId: string, more: Partial<RouteTable>): void {
    this.#routeTables.push({ RouteTableId, VpcId, OwnerId: this.region.account.id, PropagatingVgws: [], ...more });
  }

  addNatGateway(gateway: NatGateway): void {
    this.#natGateways.push({ State: 'available', ConnectivityType: 'public', ...gateway });
  }

  addNetworkAcl(acl: NetworkAcl): void {
    this.#networkAcls.push({ OwnerId: this.region.account.id, IsDefault: false, ...acl });
  }

  subnet(id: string): SubnetData {
    return this.#subnets.get(id) ?? this.addSubnet(id);
  }

  securityGroup(id: string): SecurityGroupData {
    return this.#groups.get(id) ?? this.addSecurityGroup(id);
  }

  get subnets(): SubnetData[] {
    for (const { subnets = [] } of this.#used()) for (const id of subnets) this.subnet(id);
    return [...this.#subnets.values()];
  }

  get securityGroups(): SecurityGroupData[] {
    for (const { securityGroups = [] } of this.#used()) for (const id of securityGroups) this.securityGroup(id);
    return [...this.#groups.values()];
  }

  get routeTables(): RouteTable[] {
    return [...this.#routeTables, ...this.#untouched().map((vpcId) => mainRouteTable(vpcId, this.region))];
  }

  get natGateways(): NatGateway[] {
    return [...this.#natGateways, ...this.#untouched().map((vpcId) => defaultNat(vpcId))];
  }

  get networkAcls(): NetworkAcl[] {
    const vpcIds = this.#vpcIds.filter(
      (vpcId) => !this.#networkAcls.some((acl) => acl.VpcId === vpcId && acl.IsDefault),
    );
    return [...this.#networkAcls, ...vpcIds.map((vpcId) => defaultAcl(vpcId, this.region, this.#hasIpv6(vpcId)))];
  }

  #hasIpv6(wanted: string): boolean {
    return this.subnets.some(({ vpcId, more }) => vpcId === wanted && more?.Ipv6CidrBlockAssociationSet?.length);
  }

  get #vpcIds(): string[] {
    return [...new Set(this.subnets.map(({ vpcId }) => vpcId))];
  }

  #untouched(): string[] {
    return this.#vpcIds.filter((vpcId) => !this.#routeTables.some((table) => table.VpcId === vpcId));
  }

  #used(): AwsVpcConfiguration[] {
    return [...this.region.ecs.clusters.values()]
      .flatMap((cluster) => [...cluster.tasks.values()].map((task) => task.network))
      .flatMap((network) => network ?? []);
  }
}
