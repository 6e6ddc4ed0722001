import type {
  BlockPublicAccessMode,
  IpPermission,
  NatGateway,
  NetworkAclEntry,
  Route,
  VpcEndpoint,
} from '@aws-sdk/client-ec2';
import { defaultAcl, localRoute } from '../ec2/defaultNetwork.ts';
import { Ec2State } from '../ec2/ec2State.ts';
import type { RegionState } from '../regionState.ts';

/** A VPC in a few words. Ids are made of the VPC's name: `subnet-<vpc>-a`. */
export interface NetworkSketch {
  /** Subnets that tasks run in, by the letter of their zone; `6` behind it makes one of IPv6 alone. */
  tasks: string[];
  /** Routes of their table, `0.0.0.0/0 > nat`. */
  routes?: string[];
  /** Routes of the subnet that NAT gateways and load balancers stand in; none makes it private. */
  publicRoutes?: string[];
  /** Services with an interface endpoint; `s3` is a gateway endpoint in the table of the tasks. */
  endpoints?: string[];
  /** What all endpoints have that is not as usual. */
  endpoint?: Partial<VpcEndpoint>;
  s3?: Partial<VpcEndpoint>;
  /** Rules of security groups, `in 443 sg-<vpc>-tasks`: of `tasks`, `endpoints`, `balancer`, `files`. */
  groups?: Partial<Record<'tasks' | 'endpoints' | 'balancer' | 'files', string[]>>;
  /** Rules of the ACL of the tasks' subnets, `100 in allow 443 0.0.0.0/0`. */
  acl?: string[];
  freeAddresses?: number;
  /** What the NAT gateway has that is not as usual. */
  nat?: Partial<NatGateway>;
  /** Whether names of hosts are off in the VPC. */
  namesOff?: boolean;
  /** Mode of VPC Block Public Access in all subnets. */
  block?: BlockPublicAccessMode;
  /** The account that owns the VPC, where it is shared. */
  owner?: string;
  /** Zones with a mount target of this file system. */
  mountTargets?: { fileSystem: string; zones: string[] };
}

/** Builds a VPC; gives the subnets and groups of its tasks. */
export function buildNetwork(
  region: RegionState,
  name: string,
  sketch: NetworkSketch,
): { subnets: string[]; securityGroups: string[] } {
  const ec2 = Ec2State.of(region);
  const vpcId = `vpc-${name}`;
  const subnets = addSubnets(region, name, sketch);
  const table = (id: string, main: boolean, ids: string[], routes: string[]): void =>
    ec2.addRouteTable(vpcId, `rtb-${name}-${id}`, {
      Associations: [...(main ? [{ Main: true }] : []), ...ids.map((SubnetId) => ({ Main: false, SubnetId }))],
      Routes: [localRoute, ...routes.map((route) => routeOf(name, route))],
    });
  table('tasks', true, subnets, sketch.routes ?? []);
  table('public', false, [`subnet-${name}-public`], sketch.publicRoutes ?? ['0.0.0.0/0 > igw']);
  if (sketch.routes?.some((route) => route.endsWith('> nat')) && !sketch.owner) {
    ec2.addNatGateway({ NatGatewayId: `nat-${name}`, VpcId: vpcId, SubnetId: `subnet-${name}-public`, ...sketch.nat });
  }
  if (sketch.namesOff) ec2.attributesOff.add(`${vpcId} enableDnsHostnames`);
  ec2.internetGateways.push({
    InternetGatewayId: `igw-${name}`,
    Attachments: [{ VpcId: vpcId, State: 'available' as never }],
  });
  addEndpoints(ec2, name, sketch, subnets);
  addGroups(ec2, name, sketch);
  if (sketch.acl) {
    const own = { ...defaultAcl(vpcId, region), NetworkAclId: `acl-${name}-tasks`, IsDefault: false };
    const Associations = subnets.map((SubnetId) => ({ SubnetId }));
    ec2.addNetworkAcl({ ...own, Associations, Entries: sketch.acl.map(entryOf) });
  }
  addMountTargets(region, name, sketch);
  return { subnets, securityGroups: [`sg-${name}-tasks`] };
}

function addSubnets(
  region: RegionState,
  name: string,
  { tasks, freeAddresses, owner, block }: NetworkSketch,
): string[] {
  const ec2 = Ec2State.of(region);
  const more = {
    ...(freeAddresses === undefined ? {} : { AvailableIpAddressCount: freeAddresses }),
    ...(owner ? { OwnerId: owner } : {}),
    ...(block ? { BlockPublicAccessStates: { InternetGatewayBlockMode: block } } : {}),
  };
  ec2.addSubnet(`subnet-${name}-public`, {
    vpcId: `vpc-${name}`,
    cidrBlock: '10.0.0.0/24',
    availabilityZone: `${region.name}a`,
    more: { ...more, AvailableIpAddressCount: 200 },
  });
  return tasks.map((zone, index) => {
    const sixOnly = zone.endsWith('6');
    const blocks = [
      { Ipv6CidrBlock: `2a05:d018:7:${index}::/64`, Ipv6CidrBlockState: { State: 'associated' as const } },
    ];
    return ec2.addSubnet(`subnet-${name}-${zone}`, {
      vpcId: `vpc-${name}`,
      cidrBlock: `10.0.${index + 1}.0/24`,
      availabilityZone: `${region.name}${zone.charAt(0)}`,
      more: { ...more, ...(sixOnly ? { Ipv6Native: true, Ipv6CidrBlockAssociationSet: blocks } : {}) },
    }).subnetId;
  });
}

function routeOf(name: string, text: string): Route {
  const [destination = '', target = ''] = text.split(' > ');
  const block = destination.includes(':')
    ? { DestinationIpv6CidrBlock: destination }
    : { DestinationCidrBlock: destination };
  const to: Record<string, Partial<Route>> = {
    igw: { GatewayId: `igw-${name}` },
    nat: { NatGatewayId: `nat-${name}` },
    gone: { NatGatewayId: `nat-${name}-gone`, State: 'blackhole' },
    tgw: { TransitGatewayId: `tgw-${name}` },
    eigw: { EgressOnlyInternetGatewayId: `eigw-${name}` },
  };
  return { ...block, Origin: 'CreateRoute', State: 'active', ...to[target] };
}

function addEndpoints(ec2: Ec2State, name: string, sketch: NetworkSketch, subnets: string[]): void {
  const common = (service: string): VpcEndpoint => ({
    VpcEndpointId: `vpce-${name}-${service}`,
    VpcId: `vpc-${name}`,
    ServiceName: `com.amazonaws.${ec2.region.name}.${service}`,
    State: 'available' as never,
    PolicyDocument: JSON.stringify({
      Statement: [{ Effect: 'Allow', Action: '*', Principal: '*', Resource: '*' }],
    }),
    OwnerId: ec2.region.account.id,
  });
  for (const service of sketch.endpoints ?? []) {
    ec2.vpcEndpoints.push(
      service === 's3'
        ? { ...common(service), VpcEndpointType: 'Gateway', RouteTableIds: [`rtb-${name}-tasks`], ...sketch.s3 }
        : {
            ...common(service),
            VpcEndpointType: 'Interface',
            PrivateDnsEnabled: true,
            SubnetIds: subnets,
            Groups: [{ GroupId: `sg-${name}-endpoints`, GroupName: 'endpoints' }],
            ...sketch.endpoint,
          },
    );
  }
}

function addGroups(ec2: Ec2State, name: string, { groups = {} }: NetworkSketch): void {
  const usual = {
    tasks: [`in 8080 sg-${name}-balancer`, 'out all 0.0.0.0/0', 'out all ::/0'],
    endpoints: [`in 443 sg-${name}-tasks`],
    balancer: ['in 80 0.0.0.0/0', 'out all 0.0.0.0/0'],
    files: [`in 2049 sg-${name}-tasks`],
  };
  for (const [group, rules] of Object.entries({ ...usual, ...groups })) {
    const permissions = (wanted: string): IpPermission[] =>
      rules.filter((rule) => rule.startsWith(wanted)).map((rule) => permissionOf(name, rule));
    ec2.addSecurityGroup(`sg-${name}-${group}`, {
      vpcId: `vpc-${name}`,
      groupName: `${name}-${group}`,
      groupDescription: `${group} of ${name}`,
      ingress: permissions('in '),
      egress: permissions('out '),
    });
  }
}

function permissionOf(name: string, rule: string): IpPermission {
  const [, ports = '', peer = ''] = rule.split(' ');
  const group = peer.startsWith('sg-') ? [{ GroupId: peer, VpcId: `vpc-${name}` }] : [];
  return {
    ...(ports === 'all' ? { IpProtocol: '-1' } : { IpProtocol: 'tcp', FromPort: Number(ports), ToPort: Number(ports) }),
    IpRanges: group.length === 0 && !peer.includes(':') ? [{ CidrIp: peer }] : [],
    Ipv6Ranges: peer.includes(':') ? [{ CidrIpv6: peer }] : [],
    UserIdGroupPairs: group,
    PrefixListIds: [],
  };
}

function entryOf(rule: string): NetworkAclEntry {
  const [number, direction, action, ports = 'all', CidrBlock] = rule.split(' ');
  const [From, To = From] = ports.split('-').map(Number);
  return {
    RuleNumber: Number(number),
    Egress: direction === 'out',
    RuleAction: action === 'allow' ? 'allow' : 'deny',
    Protocol: ports === 'all' ? '-1' : '6',
    ...(ports === 'all' ? {} : { PortRange: { From, To } }),
    CidrBlock,
  };
}

function addMountTargets(region: RegionState, name: string, { mountTargets }: NetworkSketch): void {
  for (const zone of mountTargets?.zones ?? []) {
    Ec2State.of(region).interfaces.push({
      NetworkInterfaceId: `eni-${name}-${zone}`,
      SubnetId: `subnet-${name}-${zone}`,
      VpcId: `vpc-${name}`,
      AvailabilityZone: `${region.name}${zone}`,
      Description: `EFS mount target for ${mountTargets?.fileSystem} (fsmt-${name}-${zone})`,
      InterfaceType: 'interface',
      RequesterManaged: true,
      Status: 'in-use',
      Groups: [{ GroupId: `sg-${name}-files`, GroupName: `${name}-files` }],
    });
  }
}
