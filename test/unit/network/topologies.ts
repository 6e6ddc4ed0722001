import type { TaskPlacement } from '../../../src/network/placement.ts';
import { fargateIn, type Sketch } from './topology.ts';

/** A network, who stands in it, and what becomes of each destination: `yes way`, `no cause`, `unknown cause`. */
export interface Topology {
  name: string;
  sketch: Sketch;
  placement?: TaskPlacement;
  dualStackImage?: boolean;
  /** Of all destinations that are not named. */
  rest: string;
  expected?: Record<string, string>;
}

const nat = { subnets: { a: { table: 'private' }, out: { table: 'public' } }, nats: { a: { SubnetId: 'subnet-out' } } };
const publicTable = ['0.0.0.0/0 > igw-1'];
const viaNat = ['0.0.0.0/0 > nat-a'];

/** Ways out by routes, addresses and the instances or tasks that take them. */
export const routeTopologies: readonly Topology[] = [
  {
    name: 'public subnet, public address',
    sketch: { subnets: { a: { table: 'public' } }, tables: { public: publicTable } },
    placement: fargateIn(['a'], { publicAddress: true }),
    rest: 'yes internetGateway',
  },
  {
    name: 'public subnet, no public address',
    sketch: { subnets: { a: { table: 'public' } }, tables: { public: publicTable } },
    rest: 'no noPublicAddress',
  },
  { name: 'private subnet with nothing', sketch: { subnets: { a: {} } }, rest: 'no noWayOut' },
  {
    name: 'private subnets with a NAT gateway per zone',
    sketch: {
      subnets: {
        a: { table: 'pa' },
        b: { zone: 'b', table: 'pb' },
        outa: { table: 'public' },
        outb: { zone: 'b', table: 'public' },
      },
      tables: { pa: viaNat, pb: ['0.0.0.0/0 > nat-b'], public: publicTable },
      nats: { a: { SubnetId: 'subnet-outa' }, b: { SubnetId: 'subnet-outb' } },
    },
    placement: fargateIn(['a', 'b']),
    rest: 'yes natGateway',
  },
  {
    name: 'one of two zones has lost its NAT gateway',
    sketch: {
      subnets: { a: { table: 'pa' }, b: { zone: 'b', table: 'pb' }, out: { table: 'public' } },
      tables: { pa: viaNat, pb: ['0.0.0.0/0 > nat-b !'], public: publicTable },
      nats: { a: { SubnetId: 'subnet-out' } },
    },
    placement: fargateIn(['a', 'b']),
    rest: 'yes natGateway; no blackhole',
  },
  {
    name: 'the main route table counts for subnets without an association',
    sketch: { ...nat, subnets: { a: {}, out: { table: 'public' } }, tables: { main: viaNat, public: publicTable } },
    rest: 'yes natGateway',
  },
  {
    name: 'NAT gateway in a private subnet',
    sketch: { ...nat, tables: { private: viaNat, public: [] } },
    rest: 'no natNoWay',
  },
  {
    name: 'NAT gateway whose own subnet leads back to it',
    sketch: { ...nat, tables: { private: viaNat, public: viaNat } },
    rest: 'no natNoWay',
  },
  {
    name: 'NAT gateway that failed',
    sketch: {
      ...nat,
      tables: { private: viaNat, public: publicTable },
      nats: { a: { SubnetId: 'subnet-out', State: 'failed' } },
    },
    rest: 'no natState',
  },
  {
    name: 'private NAT gateway',
    sketch: {
      ...nat,
      tables: { private: viaNat, public: publicTable },
      nats: { a: { SubnetId: 'subnet-out', ConnectivityType: 'private' } },
    },
    rest: 'no natPrivate',
  },
  {
    name: 'private NAT gateway that leads on to a transit gateway',
    sketch: {
      ...nat,
      tables: { private: viaNat, public: ['0.0.0.0/0 > tgw-1'] },
      nats: { a: { SubnetId: 'subnet-out', ConnectivityType: 'private' } },
    },
    rest: 'unknown leaves',
  },
  {
    name: 'regional NAT gateway',
    sketch: { subnets: { a: {} }, tables: { main: viaNat }, nats: { a: { AvailabilityMode: 'regional' } } },
    rest: 'yes natGateway',
  },
  {
    name: 'halves of the internet',
    sketch: { ...nat, tables: { private: ['0.0.0.0/1 > nat-a', '128.0.0.0/1 > nat-a'], public: publicTable } },
    rest: 'yes natGateway',
  },
  {
    name: 'black hole',
    sketch: { subnets: { a: {} }, tables: { main: ['0.0.0.0/0 > nat-gone !'] } },
    rest: 'no blackhole',
  },
  {
    name: 'transit gateway',
    sketch: { subnets: { a: {} }, tables: { main: ['0.0.0.0/0 > tgw-1'] } },
    rest: 'unknown leaves',
  },
  {
    name: 'firewall endpoint',
    sketch: { subnets: { a: {} }, tables: { main: ['0.0.0.0/0 > vpce-fw'] } },
    rest: 'unknown leaves',
  },
  {
    name: 'NAT instance',
    sketch: { subnets: { a: {} }, tables: { main: ['0.0.0.0/0 > eni-1'] } },
    rest: 'unknown leaves',
  },
  {
    name: 'peering for inner addresses alone is no way out',
    sketch: { subnets: { a: {} }, tables: { main: ['10.9.0.0/16 > pcx-1'] } },
    rest: 'no noWayOut',
  },
  {
    name: 'endpoints for all may stand behind a transit gateway',
    sketch: { subnets: { a: {} }, tables: { main: ['10.0.0.0/8 > tgw-1'] } },
    rest: 'unknown endpointsBehind',
    expected: { internet: 'no noWayOut' },
  },
  {
    name: 'a route to a part of the internet',
    sketch: { subnets: { a: {} }, tables: { main: ['52.0.0.0/8 > igw-1'] } },
    rest: 'unknown leaves',
  },
  {
    name: 'security group that lets nothing out',
    sketch: { ...nat, tables: { private: viaNat, public: publicTable }, groups: { 'sg-task': [] } },
    rest: 'no egress',
  },
  {
    name: 'security group with a prefix list of which nothing is known',
    sketch: { ...nat, tables: { private: viaNat, public: publicTable }, groups: { 'sg-task': ['out 443 pl-own'] } },
    rest: 'unknown egress',
  },
  {
    name: 'network ACL without the way back',
    sketch: {
      ...nat,
      subnets: { a: { table: 'private', acl: 'tight' }, out: { table: 'public' } },
      tables: { private: viaNat, public: publicTable },
      acls: { tight: ['100 out allow 443 0.0.0.0/0', '100 in allow 443 0.0.0.0/0'] },
    },
    rest: 'no acl',
  },
  {
    name: 'network ACL with the way back',
    sketch: {
      ...nat,
      subnets: { a: { table: 'private', acl: 'fair' }, out: { table: 'public' } },
      tables: { private: viaNat, public: publicTable },
      acls: { fair: ['100 out allow 443 0.0.0.0/0', '100 in allow 1024-65535 0.0.0.0/0'] },
    },
    rest: 'yes natGateway',
  },
  {
    name: 'network ACL that keeps a few addresses out first',
    sketch: {
      ...nat,
      subnets: { a: { table: 'private', acl: 'fair' }, out: { table: 'public' } },
      tables: { private: viaNat, public: publicTable },
      acls: {
        fair: ['90 in deny all 203.0.113.0/24', '100 in allow all 0.0.0.0/0', '100 out allow all 0.0.0.0/0'],
      },
    },
    rest: 'yes natGateway',
  },
  {
    name: 'network ACL of the subnet of the NAT gateway',
    sketch: {
      ...nat,
      subnets: { a: { table: 'private' }, out: { table: 'public', acl: 'tight' } },
      tables: { private: viaNat, public: publicTable },
      acls: { tight: ['100 out allow 443 0.0.0.0/0', '100 in allow 1024-65535 0.0.0.0/0'] },
    },
    rest: 'no acl',
  },
  {
    name: 'shared VPC: what its owner keeps is not seen',
    sketch: { subnets: { a: {} }, tables: { main: viaNat }, facts: { shared: true, natGateways: [] } },
    rest: 'unknown ownerKeeps',
  },
  {
    name: 'shared VPC without a way out: its owner may keep endpoints',
    sketch: { subnets: { a: {} }, facts: { shared: true } },
    rest: 'unknown ownerKeeps',
    expected: { internet: 'no noWayOut' },
  },
  {
    name: 'shared VPC, public address',
    sketch: { subnets: { a: {} }, tables: { main: publicTable }, facts: { shared: true } },
    placement: fargateIn(['a'], { publicAddress: true }),
    rest: 'yes internetGateway',
  },
  {
    name: 'IPv6 alone, egress-only gateway, dual-stack image',
    sketch: { subnets: { a: { families: 6 } }, tables: { main: ['::/0 > eigw-1'] } },
    dualStackImage: true,
    rest: 'yes egressOnlyInternetGateway',
    expected: { ssmmessages: 'unknown ipv6Exec', internet: 'unknown ipv6Host' },
  },
  {
    name: 'IPv6 alone, image of a host without it',
    sketch: { subnets: { a: { families: 6 } }, tables: { main: ['::/0 > eigw-1'] } },
    rest: 'yes egressOnlyInternetGateway',
    expected: {
      'ecr.api': 'no ipv4Host',
      'ecr.dkr': 'no ipv4Host',
      ssmmessages: 'unknown ipv6Exec',
      internet: 'unknown ipv6Host',
    },
  },
  {
    name: 'IPv6 alone with DNS64 and NAT64',
    sketch: {
      subnets: { a: { families: 6, dns64: true }, out: { table: 'public' } },
      tables: { main: ['::/0 > eigw-1', '64:ff9b::/96 > nat-a'], public: publicTable },
      nats: { a: { SubnetId: 'subnet-out' } },
    },
    rest: 'yes egressOnlyInternetGateway',
    expected: {
      'ecr.api': 'yes natGateway',
      'ecr.dkr': 'yes natGateway',
      ssmmessages: 'unknown ipv6Exec',
      internet: 'yes natGateway',
    },
  },
  {
    name: 'both families, a way out over IPv6 alone: services of AWS are called over IPv4',
    sketch: { subnets: { a: { families: 46 } }, tables: { main: ['::/0 > eigw-1'] } },
    rest: 'no noWayOut',
    expected: { internet: 'unknown ipv6Host' },
  },
  {
    name: 'both families, NAT gateway',
    sketch: {
      ...nat,
      subnets: { a: { table: 'private', families: 46 }, out: { table: 'public' } },
      tables: { private: [...viaNat, '::/0 > eigw-1'], public: publicTable },
    },
    rest: 'yes natGateway',
  },
  {
    name: 'Block Public Access in both directions',
    sketch: { subnets: { a: { table: 'public', block: 'block-bidirectional' } }, tables: { public: publicTable } },
    placement: fargateIn(['a'], { publicAddress: true }),
    rest: 'no publicAccessBlocked',
  },
  {
    name: 'Block Public Access of what comes in, NAT gateway',
    sketch: {
      ...nat,
      subnets: { a: { table: 'private', block: 'block-ingress' }, out: { table: 'public', block: 'block-ingress' } },
      tables: { private: viaNat, public: publicTable },
    },
    rest: 'yes natGateway',
  },
  {
    name: 'Block Public Access in both directions, NAT gateway',
    sketch: {
      ...nat,
      subnets: { a: { table: 'private' }, out: { table: 'public', block: 'block-bidirectional' } },
      tables: { private: viaNat, public: publicTable },
    },
    rest: 'no publicAccessBlocked',
  },
  {
    name: 'Block Public Access of what comes in, public address',
    sketch: { subnets: { a: { table: 'public', block: 'block-ingress' } }, tables: { public: publicTable } },
    placement: fargateIn(['a'], { publicAddress: true }),
    rest: 'unknown publicAccessBlocked',
  },
  {
    name: 'a subnet that is gone',
    sketch: { subnets: { b: {} } },
    rest: 'no subnetGone',
  },
  {
    name: 'Fargate 1.3.0 fetches credentials and secrets by a network of its own',
    sketch: { subnets: { a: {} } },
    placement: fargateIn(['a'], { platformVersion: '1.3.0' }),
    rest: 'no noWayOut',
    expected: { 'ecr.api': 'yes fargate', secretsmanager: 'yes fargate', ssm: 'yes fargate' },
  },
  {
    name: 'instances in a public subnet, tasks of their own interface beside them',
    sketch: { subnets: { a: { table: 'public' } }, tables: { public: publicTable } },
    placement: {
      ...fargateIn(['a']),
      launch: 'EC2',
      instances: [{ subnetId: 'subnet-a', securityGroups: ['sg-task'], publicAddress: true }],
    },
    rest: 'yes internetGateway',
    expected: { kms: 'no noPublicAddress', sts: 'no noPublicAddress', ssmmessages: 'no noPublicAddress' },
  },
  {
    name: 'instances in a private subnet, network mode bridge',
    sketch: { ...nat, tables: { private: viaNat, public: publicTable } },
    placement: {
      launch: 'EC2',
      networkMode: 'bridge',
      tasks: [],
      instances: [{ subnetId: 'subnet-a', securityGroups: ['sg-task'], publicAddress: false }],
    },
    rest: 'yes natGateway',
  },
  {
    name: 'instances that were not read',
    sketch: { subnets: { a: {} } },
    placement: { launch: 'EC2', networkMode: 'host', tasks: [] },
    rest: 'unknown unread',
  },
  {
    name: 'outside AWS',
    sketch: { subnets: {} },
    placement: { launch: 'EXTERNAL', networkMode: 'bridge', tasks: [] },
    rest: 'unknown external',
  },
];
