import type { RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs';
import type { TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ClusterState } from '../ecs/clusterState.ts';
import { LoadBalancingState } from '../loadBalancing/loadBalancingState.ts';
import type { RegionState } from '../regionState.ts';
import type { SimulatedAccount } from '../simulatedAccount.ts';
import { buildNetwork, type NetworkSketch } from './networkSketch.ts';
import { networkReasons } from './networkReasons.ts';
import { placeService } from './placeService.ts';
import { SHOP_REGION } from './shop.ts';

const HOUR = 3_600_000;
const fileSystem = 'fs-0a1b2c3d4e5f60718';
const all = ['ecr.api', 'ecr.dkr', 's3', 'logs', 'secretsmanager', 'ssmmessages'];
const without = (...services: string[]): string[] => all.filter((service) => !services.includes(service));
const nat = ['0.0.0.0/0 > nat'];

/** A service whose network is not as it should be, or is and looks as if it were not. */
export interface NetworkTrouble extends NetworkSketch {
  /** Why its tasks do not start, a name of `networkReasons`; they run without. */
  fails?: keyof typeof networkReasons;
  publicAddress?: boolean;
  /** A volume of EFS. */
  volume?: boolean;
  /** A load balancer in front; whether its targets are healthy. */
  balancer?: { healthy: boolean; listens?: boolean; group?: Partial<TargetGroup>; zones?: string[] };
}

/** By the name of the service. */
export const networkTroubles: Readonly<Record<string, NetworkTrouble>> = {
  'behind-nat': { tasks: ['a', 'b'], routes: nat, balancer: { healthy: true } },
  'in-public': { tasks: ['a'], routes: ['0.0.0.0/0 > igw'], publicAddress: true },
  'endpoints-only': { tasks: ['a', 'b'], endpoints: all },
  'no-public-address': { tasks: ['a'], routes: ['0.0.0.0/0 > igw'], fails: 'registryAuth' },
  'no-way-out': { tasks: ['a'], fails: 'registryAuth' },
  'nat-in-private': { tasks: ['a'], routes: nat, publicRoutes: [], fails: 'registryAuth' },
  'nat-lost': { tasks: ['a'], routes: ['0.0.0.0/0 > gone'], fails: 'registryAuth' },
  'nat-failed': { tasks: ['a'], routes: nat, nat: { State: 'failed' }, fails: 'registryAuth' },
  'nat-inward': { tasks: ['a'], routes: nat, nat: { ConnectivityType: 'private' }, fails: 'registryAuth' },
  'public-access-blocked': { tasks: ['a'], routes: nat, block: 'block-bidirectional', fails: 'registryAuth' },
  'names-off': { tasks: ['a'], endpoints: all, namesOff: true, fails: 'registryAuth' },
  'endpoint-pending': {
    tasks: ['a'],
    endpoints: all,
    endpoint: { State: 'pendingAcceptance' as never },
    fails: 'registryAuth',
  },
  'no-ecr-dkr': { tasks: ['a'], endpoints: without('ecr.dkr'), fails: 'manifest' },
  'no-s3': { tasks: ['a'], endpoints: without('s3'), fails: 'layers' },
  's3-other-table': {
    tasks: ['a'],
    endpoints: all,
    s3: { RouteTableIds: ['rtb-s3-other-table-public'] },
    fails: 'layers',
  },
  's3-policy': {
    tasks: ['a'],
    endpoints: all,
    s3: {
      PolicyDocument: JSON.stringify({
        Statement: [{ Effect: 'Allow', Action: 's3:*', Principal: '*', Resource: 'arn:aws:s3:::shop-data/*' }],
      }),
    },
    fails: 'layersForbidden',
  },
  'no-logs-endpoint': { tasks: ['a'], endpoints: without('logs'), fails: 'logs' },
  'no-secrets-endpoint': { tasks: ['a'], endpoints: without('secretsmanager'), fails: 'secret' },
  'no-exec-endpoint': { tasks: ['a'], endpoints: without('ssmmessages') },
  'endpoint-group': {
    tasks: ['a'],
    endpoints: all,
    groups: { endpoints: ['in 443 192.168.0.0/16'] },
    fails: 'registryAuth',
  },
  'private-dns-off': { tasks: ['a'], endpoints: all, endpoint: { PrivateDnsEnabled: false }, fails: 'registryAuth' },
  'egress-closed': { tasks: ['a'], routes: nat, groups: { tasks: ['out 5432 10.0.0.0/16'] }, fails: 'registryAuth' },
  'acl-one-way': {
    tasks: ['a'],
    routes: nat,
    acl: ['100 out allow 443 0.0.0.0/0', '100 in allow 443 0.0.0.0/0'],
    fails: 'registryAuth',
  },
  'ipv6-alone': { tasks: ['a6'], routes: ['::/0 > eigw'], fails: 'registryAuth' },
  'by-transit-gateway': { tasks: ['a'], routes: ['0.0.0.0/0 > tgw'] },
  'shared-vpc': { tasks: ['a'], routes: nat, owner: '210987654321' },
  'subnet-full': { tasks: ['a', 'b'], routes: nat, freeAddresses: 0, fails: 'noAddress' },
  'no-mount-target': {
    tasks: ['a', 'b'],
    routes: nat,
    volume: true,
    mountTargets: { fileSystem, zones: ['a'] },
    fails: 'mountTarget',
  },
  'mount-group': {
    tasks: ['a'],
    routes: nat,
    volume: true,
    mountTargets: { fileSystem, zones: ['a'] },
    groups: { files: ['in 443 10.0.0.0/16'] },
    fails: 'mount',
  },
  'balancer-group': {
    tasks: ['a'],
    routes: nat,
    groups: { tasks: ['in 80 10.0.0.0/16', 'out all 0.0.0.0/0'] },
    balancer: { healthy: false },
  },
  'health-check-port': { tasks: ['a'], routes: nat, balancer: { healthy: false, group: { HealthCheckPort: '9000' } } },
  'no-listener': { tasks: ['a'], routes: nat, balancer: { healthy: false, listens: false } },
  'balancer-zone': { tasks: ['a', 'b'], routes: nat, balancer: { healthy: false, zones: ['a'] } },
};

/** The cluster that they are in. */
export const NETWORK_CLUSTER = 'network-cluster';

/** Puts a service for each of the troubles into a cluster of its own, each in a VPC of its own. */
export function seedNetworkTroubles(simulation: SimulatedAccount): void {
  const region = simulation.account.region(SHOP_REGION);
  const cluster = region.ecs.addCluster(NETWORK_CLUSTER);
  region.logs.openGroup('/ecs/network');
  region.account.images.add('*/network/app:1');
  for (const [name, trouble] of Object.entries(networkTroubles)) placeTrouble(region, cluster, name, trouble);
}

function placeTrouble(region: RegionState, cluster: ClusterState, name: string, trouble: NetworkTrouble): void {
  const { ecs } = region;
  const { subnets, securityGroups } = buildNetwork(region, name, trouble);
  const targetGroupArn = region.arn('elasticloadbalancing', `targetgroup/${name}/0123456789abcdef`);
  if (trouble.balancer) addBalancer(region, name, targetGroupArn, trouble.balancer);
  const unhealthy = trouble.balancer?.healthy === false;
  const image = `${region.account.id}.dkr.ecr.${region.name}.amazonaws.com/network/app:1`;
  ecs.taskDefinitions.register(definitionOf(region, name, image, trouble), {
    registeredAt: new Date(ecs.clock.now() - 2 * HOUR),
    registeredBy: region.account.credential.arn,
  });
  const fails = trouble.fails;
  if (fails) {
    const reason = networkReasons[fails]({ region: region.name, image, account: region.account.id, fileSystem });
    ecs.health.obstruct((_, service) => (service === name ? { reason, after: 'noRoute' } : undefined));
  }
  const service = placeService(cluster, {
    serviceName: name,
    deployed: [{ taskDefinition: `network-${name}:1`, age: HOUR }],
    age: HOUR,
    desiredCount: fails || unhealthy ? 0 : subnets.length,
    launchType: 'FARGATE',
    enableExecuteCommand: true,
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets,
        securityGroups,
        assignPublicIp: trouble.publicAddress ? 'ENABLED' : 'DISABLED',
      },
    },
    ...(trouble.balancer ? { loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 8080 }] } : {}),
  });
  if (service.desiredCount > 0) return;
  service.desiredCount = 1;
  service.scheduler.changed();
}

function addBalancer(
  region: RegionState,
  name: string,
  targetGroupArn: string,
  { healthy, listens = true, group = {}, zones }: NonNullable<NetworkTrouble['balancer']>,
): void {
  const state = LoadBalancingState.of(region);
  const arn = region.arn('elasticloadbalancing', `loadbalancer/app/${name}/fedcba9876543210`);
  state.loadBalancers.push({
    LoadBalancerArn: arn,
    LoadBalancerName: name,
    DNSName: `${name}-1.${region.name}.elb.amazonaws.com`,
    Scheme: 'internet-facing',
    Type: 'application',
    VpcId: `vpc-${name}`,
    State: { Code: 'active' },
    SecurityGroups: [`sg-${name}-balancer`],
    // In front of the tasks, in their subnets, which stands for public ones of the same zones.
    AvailabilityZones: (zones ?? networkTroubles[name]?.tasks ?? []).map((zone) => ({
      ZoneName: `${region.name}${zone}`,
      SubnetId: zone === 'a' ? `subnet-${name}-public` : `subnet-${name}-${zone}`,
    })),
    IpAddressType: 'ipv4',
  });
  if (listens)
    state.listeners.push({
      ListenerArn: arn.replace(':loadbalancer/', ':listener/') + '/fedcba9876543210',
      LoadBalancerArn: arn,
      Port: 80,
      Protocol: 'HTTP',
      DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }],
    });
  state.targetGroups.set(targetGroupArn, { LoadBalancerArns: listens ? [arn] : [], ...group });
  if (healthy) return;
  region.account.images.add(`*/network/app:1`, ({ family }) =>
    networkTroubles[family.slice('network-'.length)]?.balancer?.healthy === false
      ? { target: 'unhealthy', targetReason: 'Request timed out' }
      : {},
  );
}

function definitionOf(
  region: RegionState,
  name: string,
  image: string,
  { volume }: NetworkTrouble,
): RegisterTaskDefinitionRequest {
  const { id } = region.account;
  return {
    family: `network-${name}`,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: `arn:aws:iam::${id}:role/network`,
    taskRoleArn: `arn:aws:iam::${id}:role/network`,
    ...(volume ? { volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: fileSystem } }] } : {}),
    containerDefinitions: [
      {
        name: 'app',
        image,
        portMappings: [{ containerPort: 8080 }],
        secrets: [{ name: 'KEY', valueFrom: `arn:aws:secretsmanager:${region.name}:${id}:secret:network-AbCdEf` }],
        ...(volume ? { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] } : {}),
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/network', 'awslogs-region': region.name, 'awslogs-stream-prefix': 'app' },
        },
      },
    ],
  };
}
