import type {
  IpPermission,
  NatGateway,
  NetworkAclEntry,
  Route,
  SecurityGroup,
  Subnet,
  VpcEndpoint,
} from '@aws-sdk/client-ec2';
import type { TaskPlacement } from '../../../src/network/placement.ts';
import type { VpcFacts } from '../../../src/network/vpc.ts';

/** A subnet in a few words: its zone, its route table, what it speaks. */
interface SubnetSketch {
  zone?: string;
  table?: string;
  acl?: string;
  families?: 4 | 6 | 46;
  free?: number;
  dns64?: boolean;
  /** Mode of VPC Block Public Access. */
  block?: 'block-bidirectional' | 'block-ingress';
}

export interface Sketch {
  subnets: Record<string, SubnetSketch>;
  /** By route table, `destination > target`, with ` !` behind for a black hole. `main` is the main one. */
  tables?: Record<string, string[]>;
  nats?: Record<string, Partial<NatGateway>>;
  endpoints?: Partial<VpcEndpoint>[];
  /** `in 443 sg-a`, `out all 0.0.0.0/0`. */
  groups?: Record<string, string[]>;
  /** `100 out allow 443 0.0.0.0/0`. */
  acls?: Record<string, string[]>;
  facts?: Partial<VpcFacts>;
}

const region = 'eu-west-1';
const vpcId = 'vpc-1';

/** All that lets everything out. */
export const open = ['out all 0.0.0.0/0', 'out all ::/0'];

/** The facts of a VPC that was sketched; whatever is not said is as AWS makes it. */
export function sketchVpc(sketch: Sketch): VpcFacts {
  const { tables = {}, nats = {}, endpoints = [], acls = {} } = sketch;
  const groups = { 'sg-task': open, ...sketch.groups };
  const names = Object.entries(sketch.subnets);
  return {
    vpcId,
    region,
    shared: false,
    subnets: names.map(([name, subnet], index) => subnetOf(name, subnet, index)),
    routeTables: Object.entries({ main: [], ...tables }).map(([id, routes]) => ({
      RouteTableId: `rtb-${id}`,
      Associations:
        id === 'main'
          ? [{ Main: true }]
          : names.filter(([, { table }]) => table === id).map(([name]) => ({ SubnetId: `subnet-${name}` })),
      Routes: [{ DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' }, ...routes.map(routeOf)],
    })),
    natGateways: Object.entries(nats).map(([id, nat]) => ({
      NatGatewayId: `nat-${id}`,
      State: 'available',
      ConnectivityType: 'public',
      ...nat,
    })),
    vpcEndpoints: endpoints.map((endpoint) => ({ State: 'available' as never, ...endpoint })),
    networkAcls: [
      {
        NetworkAclId: 'acl-default',
        IsDefault: true,
        Entries: entries([
          '100 out allow all 0.0.0.0/0',
          '100 in allow all 0.0.0.0/0',
          '101 out allow all ::/0',
          '101 in allow all ::/0',
        ]),
      },
      ...Object.entries(acls).map(([id, rules]) => ({
        NetworkAclId: `acl-${id}`,
        Associations: names.filter(([, { acl }]) => acl === id).map(([name]) => ({ SubnetId: `subnet-${name}` })),
        Entries: entries(rules),
      })),
    ],
    securityGroups: Object.entries(groups).map(([id, rules]) => groupOf(id, rules)),
    prefixLists: [],
    mountTargets: [],
    enableDnsSupport: true,
    enableDnsHostnames: true,
    unread: [],
    ...sketch.facts,
  };
}

function subnetOf(
  name: string,
  { zone = 'a', families = 4, free = 200, dns64, block }: SubnetSketch,
  index: number,
): Subnet {
  return {
    SubnetId: `subnet-${name}`,
    VpcId: vpcId,
    AvailabilityZone: `${region}${zone}`,
    AvailableIpAddressCount: free,
    EnableDns64: dns64 ?? false,
    ...(block ? { BlockPublicAccessStates: { InternetGatewayBlockMode: block } } : {}),
    ...(families === 6 ? { Ipv6Native: true } : { CidrBlock: `10.0.${index}.0/24` }),
    Ipv6CidrBlockAssociationSet:
      families === 4
        ? []
        : [{ Ipv6CidrBlock: `2a05:d018:1:${index}::/64`, Ipv6CidrBlockState: { State: 'associated' } }],
  };
}

function routeOf(text: string): Route {
  const [destination = '', rest = ''] = text.split(' > ');
  const [target = '', hole] = rest.split(' ');
  const to = {
    nat: { NatGatewayId: target },
    tgw: { TransitGatewayId: target },
    pcx: { VpcPeeringConnectionId: target },
    eigw: { EgressOnlyInternetGatewayId: target },
    eni: { NetworkInterfaceId: target },
  }[target.split('-')[0] ?? ''] ?? { GatewayId: target };
  const block = destination.startsWith('pl-')
    ? { DestinationPrefixListId: destination }
    : destination.includes(':')
      ? { DestinationIpv6CidrBlock: destination }
      : { DestinationCidrBlock: destination };
  return { ...block, ...to, State: hole ? 'blackhole' : 'active' };
}

function groupOf(id: string, rules: readonly string[]): SecurityGroup {
  const permissions = (wanted: string): IpPermission[] =>
    rules.flatMap((rule): IpPermission[] => {
      const [direction, ports = '', peer = ''] = rule.split(' ');
      if (direction !== wanted) return [];
      const [from, to = from] = ports.split('-').map(Number);
      const range = ports === 'all' ? { IpProtocol: '-1' } : { IpProtocol: 'tcp', FromPort: from, ToPort: to };
      if (peer.startsWith('sg-')) return [{ ...range, UserIdGroupPairs: [{ GroupId: peer }] }];
      if (peer.startsWith('pl-')) return [{ ...range, PrefixListIds: [{ PrefixListId: peer }] }];
      return [
        peer.includes(':')
          ? { ...range, Ipv6Ranges: [{ CidrIpv6: peer }] }
          : { ...range, IpRanges: [{ CidrIp: peer }] },
      ];
    });
  return {
    GroupId: id,
    GroupName: id === 'sg-default' ? 'default' : id,
    IpPermissions: permissions('in'),
    IpPermissionsEgress: permissions('out'),
  };
}

function entries(rules: readonly string[]): NetworkAclEntry[] {
  return rules.map((rule) => {
    const [number, direction, action, ports = 'all', cidr = ''] = rule.split(' ');
    const [From, To = From] = ports.split('-').map(Number);
    return {
      RuleNumber: Number(number),
      Egress: direction === 'out',
      RuleAction: action === 'allow' ? 'allow' : 'deny',
      Protocol: ports === 'all' ? '-1' : '6',
      ...(ports === 'all' ? {} : { PortRange: { From, To } }),
      ...(cidr.includes(':') ? { Ipv6CidrBlock: cidr } : { CidrBlock: cidr }),
    };
  });
}

/** An interface endpoint with private DNS in subnet `a`, unless said otherwise. */
export function endpoint(service: string, more: Partial<VpcEndpoint> = {}): Partial<VpcEndpoint> {
  return {
    VpcEndpointId: `vpce-${service}`,
    VpcEndpointType: 'Interface',
    ServiceName: `com.amazonaws.${region}.${service}`,
    PrivateDnsEnabled: true,
    SubnetIds: ['subnet-a'],
    Groups: [{ GroupId: 'sg-endpoint' }],
    ...more,
  };
}

/** A gateway endpoint of S3 in some route tables. */
export function gateway(tables: string[], more: Partial<VpcEndpoint> = {}): Partial<VpcEndpoint> {
  return {
    VpcEndpointId: 'vpce-s3',
    VpcEndpointType: 'Gateway',
    ServiceName: `com.amazonaws.${region}.s3`,
    RouteTableIds: tables.map((table) => `rtb-${table}`),
    ...more,
  };
}

/** Fargate tasks in some subnets. */
export function fargateIn(
  subnets: readonly string[],
  more: Partial<TaskPlacement> & { publicAddress?: boolean; groups?: string[] } = {},
): TaskPlacement {
  const { publicAddress = false, groups = ['sg-task'], ...rest } = more;
  return {
    launch: 'FARGATE',
    networkMode: 'awsvpc',
    tasks: subnets.map((name) => ({ subnetId: `subnet-${name}`, securityGroups: groups, publicAddress })),
    ...rest,
  };
}
