import type { Topology } from './topologies.ts';
import { endpoint, fargateIn, gateway, open } from './topology.ts';

const nat = { subnets: { a: { table: 'private' }, out: { table: 'public' } }, nats: { a: { SubnetId: 'subnet-out' } } };
const publicTable = ['0.0.0.0/0 > igw-1'];
const viaNat = ['0.0.0.0/0 > nat-a'];
const https = { 'sg-endpoint': ['in 443 sg-task', ...open] };
const services = ['ecr.api', 'ecr.dkr', 'logs', 'secretsmanager', 'ssm', 'kms', 'sts', 'ssmmessages'];
const allEndpoints = [...services.map((service) => endpoint(service)), gateway(['main'])];
const through = { s3: 'yes gatewayEndpoint', internet: 'no noWayOut' };

/** VPC endpoints, and what stands in their way. */
export const endpointTopologies: readonly Topology[] = [
  {
    name: 'public subnet without public address, endpoints for all',
    sketch: {
      subnets: { a: { table: 'public' } },
      tables: { public: publicTable },
      endpoints: [...services.map((service) => endpoint(service)), gateway(['public'])],
      groups: https,
    },
    rest: 'yes interfaceEndpoint',
    expected: { s3: 'yes gatewayEndpoint', internet: 'no noPublicAddress' },
  },
  {
    name: 'endpoints only',
    sketch: { subnets: { a: {} }, endpoints: allEndpoints, groups: https },
    rest: 'yes interfaceEndpoint',
    expected: through,
  },
  {
    name: 'endpoints whose group lets the block of the subnet in',
    sketch: { subnets: { a: {} }, endpoints: allEndpoints, groups: { 'sg-endpoint': ['in 443 10.0.0.0/16'] } },
    rest: 'yes interfaceEndpoint',
    expected: through,
  },
  {
    name: 'endpoints in another zone',
    sketch: {
      subnets: { a: {}, b: { zone: 'b' } },
      endpoints: allEndpoints,
      groups: https,
    },
    placement: fargateIn(['b']),
    rest: 'yes interfaceEndpoint',
    expected: through,
  },
  {
    name: 'half of the endpoints: no ecr.dkr',
    sketch: {
      subnets: { a: {} },
      endpoints: [endpoint('ecr.api'), endpoint('logs'), gateway(['main'])],
      groups: https,
    },
    rest: 'no noWayOut',
    expected: { 'ecr.api': 'yes interfaceEndpoint', logs: 'yes interfaceEndpoint', s3: 'yes gatewayEndpoint' },
  },
  {
    name: 'half of the endpoints: no S3',
    sketch: { subnets: { a: {} }, endpoints: services.map((service) => endpoint(service)), groups: https },
    rest: 'yes interfaceEndpoint',
    expected: { s3: 'no noWayOut', internet: 'no noWayOut' },
  },
  {
    name: 'gateway endpoint in another route table',
    sketch: { subnets: { a: {} }, tables: { other: [] }, endpoints: [gateway(['other'])] },
    rest: 'no noWayOut',
    expected: { s3: 'no endpointTables' },
  },
  {
    name: 'wrong security group on the endpoints',
    sketch: { subnets: { a: {} }, endpoints: allEndpoints, groups: { 'sg-endpoint': ['in 443 sg-other', ...open] } },
    rest: 'no endpointGroups',
    expected: through,
  },
  {
    name: 'wrong security group on an endpoint: a NAT gateway does not help',
    sketch: {
      ...nat,
      tables: { private: viaNat, public: publicTable },
      endpoints: [endpoint('logs')],
      groups: { 'sg-endpoint': ['in 443 192.168.0.0/16'] },
    },
    rest: 'yes natGateway',
    expected: { logs: 'no endpointGroups' },
  },
  {
    name: 'private DNS off',
    sketch: {
      subnets: { a: {} },
      endpoints: services.map((service) => endpoint(service, { PrivateDnsEnabled: false })),
      groups: https,
    },
    rest: 'no privateDnsOff',
    expected: { s3: 'no noWayOut', internet: 'no noWayOut' },
  },
  {
    name: 'private DNS off beside a NAT gateway',
    sketch: {
      ...nat,
      tables: { private: viaNat, public: publicTable },
      endpoints: [endpoint('logs', { PrivateDnsEnabled: false })],
    },
    rest: 'yes natGateway',
  },
  {
    name: 'names of hosts off in the VPC',
    sketch: { subnets: { a: {} }, endpoints: allEndpoints, groups: https, facts: { enableDnsHostnames: false } },
    rest: 'no dnsOff',
    expected: through,
  },
  {
    name: 'endpoints that wait to be accepted',
    sketch: {
      subnets: { a: {} },
      endpoints: services.map((service) => endpoint(service, { State: 'pendingAcceptance' as never })),
    },
    rest: 'no endpointState',
    expected: { s3: 'no noWayOut', internet: 'no noWayOut' },
  },
  {
    name: 'endpoint policies: all, one of the layers alone, one that limits',
    sketch: {
      subnets: { a: {} },
      endpoints: [
        endpoint('ecr.api', { PolicyDocument: policy({ Action: '*', Resource: '*' }) }),
        endpoint('ecr.dkr', { PolicyDocument: policy({ Action: ['ecr:*'], Resource: '*' }) }),
        endpoint('logs', {
          PolicyDocument: policy({ Action: 'logs:*', Resource: 'arn:aws:logs:*:*:log-group:/other' }),
        }),
        gateway(['main'], {
          PolicyDocument: policy({
            Action: 's3:GetObject',
            Resource: ['arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*'],
          }),
        }),
      ],
      groups: https,
    },
    rest: 'no noWayOut',
    expected: {
      'ecr.api': 'yes interfaceEndpoint',
      'ecr.dkr': 'yes interfaceEndpoint',
      logs: 'unknown endpointPolicy',
      s3: 'yes gatewayEndpoint',
    },
  },
  {
    name: 'endpoint policy that forbids all, and one that keeps S3 to a bucket of the person',
    sketch: {
      subnets: { a: {} },
      endpoints: [
        endpoint('logs', { PolicyDocument: policy({ Effect: 'Deny', Action: '*', Resource: '*' }) }),
        gateway(['main'], { PolicyDocument: policy({ Action: '*', Resource: 'arn:aws:s3:::ours/*' }) }),
      ],
      groups: https,
    },
    rest: 'no noWayOut',
    expected: { logs: 'no endpointPolicy', s3: 'unknown endpointPolicy' },
  },
  {
    name: 'S3 by an interface endpoint for inbound resolvers only',
    sketch: {
      subnets: { a: {} },
      endpoints: [endpoint('s3', { DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: true } })],
      groups: https,
    },
    rest: 'no noWayOut',
    expected: { s3: 'no privateDnsOff' },
  },
  {
    name: 'S3 by an interface endpoint',
    sketch: { subnets: { a: {} }, endpoints: [endpoint('s3')], groups: https },
    rest: 'no noWayOut',
    expected: { s3: 'yes interfaceEndpoint' },
  },
  {
    name: 'security group that lets inner addresses out alone',
    sketch: {
      ...nat,
      tables: { private: viaNat, public: publicTable },
      groups: { 'sg-task': ['out all 10.0.0.0/8'], 'sg-endpoint': ['in 443 10.0.0.0/16'] },
      endpoints: [endpoint('logs')],
    },
    rest: 'no egress',
    expected: { logs: 'yes interfaceEndpoint' },
  },
  {
    name: 'security group that lets the prefix list of S3 and the endpoints out',
    sketch: {
      subnets: { a: {} },
      tables: { main: ['pl-s3 > vpce-s3'] },
      endpoints: allEndpoints,
      groups: { ...https, 'sg-task': ['out 443 pl-s3', 'out 443 sg-endpoint'] },
    },
    rest: 'yes interfaceEndpoint',
    expected: through,
  },
  {
    name: 'network ACL between the subnet and that of the endpoints',
    sketch: {
      subnets: { a: { acl: 'tight' }, b: {} },
      endpoints: [endpoint('logs')],
      groups: https,
      acls: { tight: ['100 in allow 443 10.0.9.0/24', '100 out allow all 0.0.0.0/0'] },
    },
    placement: fargateIn(['b']),
    rest: 'no noWayOut',
    expected: { logs: 'no acl' },
  },
  {
    name: 'IPv6 alone without a way out, endpoints of IPv4',
    sketch: { subnets: { a: { families: 6 } }, endpoints: allEndpoints, groups: https },
    dualStackImage: true,
    rest: 'no noWayOut',
    expected: { s3: 'no endpointTables' },
  },
  {
    name: 'IPv6 alone, endpoints of both families',
    sketch: {
      subnets: { a: { families: 6 }, b: { families: 46 } },
      endpoints: [endpoint('logs', { IpAddressType: 'dualstack', SubnetIds: ['subnet-b'] })],
      groups: https,
    },
    dualStackImage: true,
    rest: 'no noWayOut',
    expected: { logs: 'yes interfaceEndpoint' },
  },
];

function policy(statement: Record<string, unknown>): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', ...statement }] });
}
