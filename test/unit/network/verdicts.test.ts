import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NetworkInterface } from '@aws-sdk/client-ec2';
import { type Destination, neededDestinations } from '../../../src/network/destination.ts';
import { placementOf } from '../../../src/network/placement.ts';
import { type BalancingFacts, containerDestinations } from '../../../src/network/loadBalancing.ts';
import { fullSubnets, judgeContainer, judgeDestination, worstFirst } from '../../../src/network/verdict.ts';
import { verdictTexts } from '../../../src/network/verdictText.ts';
import { endpoint, fargateIn, open, type Sketch, sketchVpc } from './topology.ts';

const sentencesOf = (sketch: Sketch, destinations: readonly Destination[], placement = fargateIn(['a'])): string[] => {
  const facts = sketchVpc(sketch);
  return verdictTexts(worstFirst(destinations.flatMap((one) => judgeDestination(facts, placement, one)))).map(
    ({ sentence }) => sentence,
  );
};

const definition = {
  containerDefinitions: [
    {
      name: 'app',
      image: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/app:1',
      secrets: [
        { name: 'A', valueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf' },
        { name: 'B', valueFrom: '/shop/flags' },
        { name: 'C', valueFrom: 'arn:aws:ssm:us-east-1:123456789012:parameter/c' },
      ],
      logConfiguration: { logDriver: 'awslogs' as const, options: { 'awslogs-region': 'eu-west-1' } },
    },
    { name: 'proxy', image: 'nginx:1.27' },
  ],
  volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }],
};

test('a task definition says what its tasks have to reach', () => {
  const needed = neededDestinations(definition, { region: 'eu-west-1', exec: true, instances: true });
  assert.deepEqual(
    needed.map((one) =>
      one.kind === 'service'
        ? [one.service, one.region].filter(Boolean).join(' ')
        : 'host' in one
          ? one.host
          : one.kind,
    ),
    [
      'ecs',
      'ecs-agent',
      'ecs-telemetry',
      'ecr.api',
      'ecr.dkr',
      's3',
      'registry-1.docker.io',
      'secretsmanager',
      'ssm',
      'ssm us-east-1',
      'logs',
      'ssmmessages',
      'fileSystem',
    ],
  );
});

test('a service that pulls from ECR in a private subnet is told so once, with what is missing', () => {
  const needed = neededDestinations(definition, { region: 'eu-west-1' });
  assert.deepEqual(
    sentencesOf(
      { subnets: { a: {} }, endpoints: [endpoint('ecr.api')], groups: { 'sg-endpoint': ['in 443 sg-task'] } },
      needed,
    ),
    [
      'Tasks in subnet-a cannot pull from ECR: private, no NAT gateway, no endpoint for ecr.dkr and s3',
      'Tasks in subnet-a cannot pull from registry-1.docker.io: private, no NAT gateway',
      'Tasks in subnet-a cannot read secrets from Secrets Manager: private, no NAT gateway, no endpoint for secretsmanager',
      'Tasks in subnet-a cannot read parameters from Systems Manager: private, no NAT gateway, no endpoint for ssm',
      'Tasks in subnet-a cannot read parameters from Systems Manager in us-east-1: private, no NAT gateway',
      'Tasks in subnet-a cannot write to CloudWatch Logs: private, no NAT gateway, no endpoint for logs',
      'Tasks in subnet-a cannot mount fs-1: fs-1 has no mount target in the VPC',
    ],
  );
});

test('an endpoint does not serve another Region', () => {
  const sketch = { subnets: { a: {} }, endpoints: [endpoint('ssm')], groups: { 'sg-endpoint': ['in 443 sg-task'] } };
  const needed = neededDestinations(definition, { region: 'eu-west-1' });
  const parameters = needed.filter((one) => one.kind === 'service' && one.service === 'ssm');
  assert.deepEqual(sentencesOf(sketch, parameters), [
    'Tasks in subnet-a cannot read parameters from Systems Manager in us-east-1: private, no NAT gateway',
    'Tasks in subnet-a can read parameters from Systems Manager: through endpoint vpce-ssm',
  ]);
});

function mountTarget(zone: string, subnet: string, fileSystem = 'fs-1'): NetworkInterface {
  return {
    NetworkInterfaceId: `eni-${subnet}`,
    SubnetId: `subnet-${subnet}`,
    AvailabilityZone: `eu-west-1${zone}`,
    Description: `EFS mount target for ${fileSystem} (fsmt-1)`,
    Groups: [{ GroupId: 'sg-efs' }],
  };
}

const volume: Destination = { kind: 'fileSystem', purpose: 'volume', fileSystemId: 'fs-1' };

test('a file system is reached by the mount target of the zone, where security groups let it', () => {
  const subnets = { a: {}, b: { zone: 'b' }, data: {} };
  const facts = { mountTargets: [mountTarget('a', 'data'), mountTarget('b', 'b', 'fs-10')] };
  const with_ = (groups: Record<string, string[]>) =>
    sentencesOf({ subnets, groups, facts }, [volume], fargateIn(['a', 'b']));
  assert.deepEqual(with_({ 'sg-efs': ['in 2049 sg-task'] }), [
    'Tasks in subnet-b cannot mount fs-1: fs-1 has no mount target in eu-west-1b',
    'Tasks in subnet-a can mount fs-1: by the mount target eni-data',
  ]);
  assert.deepEqual(
    with_({ 'sg-efs': ['in 443 sg-task'] }).find((one) => one.startsWith('Tasks in subnet-a')),
    'Tasks in subnet-a cannot mount fs-1: sg-efs lets no port 2049 in',
  );
  assert.deepEqual(
    with_({ 'sg-efs': ['in 2049 sg-task'], 'sg-task': ['out 443 0.0.0.0/0'] }).find((one) =>
      one.startsWith('Tasks in subnet-a'),
    ),
    'Tasks in subnet-a cannot mount fs-1: sg-task lets no port 2049 out',
  );
});

const arn = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0123456789abcdef';

function balancing(more: { zones?: string[]; groups?: string[]; health?: string } = {}): BalancingFacts {
  const { zones = ['a'], groups = ['sg-lb'], health = 'traffic-port' } = more;
  return {
    targetGroups: [{ TargetGroupArn: arn, HealthCheckPort: health, TargetType: 'ip', LoadBalancerArns: ['lb-arn'] }],
    loadBalancers: [
      {
        LoadBalancerArn: 'lb-arn',
        LoadBalancerName: 'front',
        SecurityGroups: groups,
        AvailabilityZones: zones.map((zone) => ({ ZoneName: `eu-west-1${zone}`, SubnetId: `subnet-lb${zone}` })),
      },
    ],
  };
}

function fronted(
  facts: BalancingFacts,
  groups: Record<string, string[]>,
  more: { port?: number; bridge?: boolean; acls?: Record<string, string[]> } = {},
): string[] {
  const { port = 8080, bridge = false, acls = {} } = more;
  const vpc = sketchVpc({
    subnets: { a: { acl: 'own' }, b: { zone: 'b' }, lba: {}, lbb: { zone: 'b' } },
    groups: { 'sg-lb': open, ...groups },
    acls,
  });
  const placement = bridge
    ? { launch: 'EC2' as const, networkMode: 'bridge' as const, tasks: [], instances: fargateIn(['a']).tasks }
    : fargateIn(['a', 'b']);
  const verdicts = containerDestinations(facts, { targetGroupArn: arn, containerName: 'app', port }).flatMap((one) =>
    judgeContainer(vpc, facts, placement, one),
  );
  return verdictTexts(worstFirst(verdicts)).map(({ sentence }) => sentence);
}

test('a load balancer reaches the container where groups, zones and ACLs let it', () => {
  const both = balancing({ zones: ['a', 'b'] });
  assert.deepEqual(fronted(both, { 'sg-task': ['in 8080 sg-lb', ...open] }), [
    'Load balancer front can reach tasks in subnet-a, subnet-b on port 8080: inside the VPC',
  ]);
  assert.deepEqual(fronted(both, { 'sg-task': ['in 80 sg-lb', ...open] }), [
    'Load balancer front cannot reach tasks in subnet-a, subnet-b on port 8080: sg-task lets no port 8080 in from sg-lb',
  ]);
  assert.deepEqual(fronted(both, { 'sg-task': ['in 8080 10.0.0.0/16', ...open], 'sg-lb': ['out 443 0.0.0.0/0'] }), [
    'Load balancer front cannot reach tasks in subnet-a, subnet-b on port 8080: sg-lb of the load balancer lets no port 8080 out',
  ]);
  assert.deepEqual(fronted(balancing(), { 'sg-task': ['in 8080 sg-lb', ...open] }), [
    'Load balancer front cannot reach tasks in subnet-b on port 8080: front is not enabled in eu-west-1b',
    'Load balancer front can reach tasks in subnet-a on port 8080: inside the VPC',
  ]);
  const health = balancing({ zones: ['a', 'b'], health: '9000' });
  assert.deepEqual(fronted(health, { 'sg-task': ['in 8080 sg-lb', ...open] }), [
    'Load balancer front cannot reach tasks in subnet-a, subnet-b on health-check port 9000: sg-task lets no port 9000 in from sg-lb',
    'Load balancer front can reach tasks in subnet-a, subnet-b on port 8080: inside the VPC',
  ]);
  const acls = { own: ['100 in allow 443 0.0.0.0/0', '100 out allow all 0.0.0.0/0'] };
  assert.deepEqual(
    fronted(both, { 'sg-task': ['in 8080 sg-lb', ...open] }, { acls })[0],
    'Load balancer front cannot reach tasks in subnet-a on port 8080: acl-own of subnet-a does not let all of ports 8080 in',
  );
});

test('a network load balancer without security groups speaks from its subnets', () => {
  const facts = balancing({ zones: ['a', 'b'], groups: [] });
  assert.match(fronted(facts, { 'sg-task': ['in 8080 10.0.0.0/16'] })[0] ?? '', / can reach /);
  assert.match(fronted(facts, { 'sg-task': ['in 8080 sg-lb'] })[0] ?? '', / cannot reach .* from front$/);
});

test('ports that Docker chooses need the whole range', () => {
  const facts = balancing();
  const on = (rule: string) => fronted(facts, { 'sg-task': [rule, ...open] }, { port: 0, bridge: true });
  assert.deepEqual(on('in 32768-65535 sg-lb'), [
    'Load balancer front can reach instances in subnet-a on the ports that Docker chooses: inside the VPC',
  ]);
  assert.match(on('in 80 sg-lb')[0] ?? '', / cannot reach .*: sg-task lets no port 32768-60999 in from sg-lb$/);
});

test('what is missing before a target group is named, and what could not be read', () => {
  const [group] = balancing().targetGroups ?? [];
  const groups = { 'sg-task': ['in 8080 sg-lb', ...open] };
  const first = (facts: BalancingFacts) => fronted(facts, groups)[0] ?? '';
  assert.match(first({ targetGroups: [], loadBalancers: [] }), /cannot .*: target group web does not exist$/);
  const idle = [{ ...group, LoadBalancerArns: [] }];
  assert.match(first({ targetGroups: idle, loadBalancers: [] }), /cannot .*: no listener leads to target group web$/);
  assert.match(first({}), /not known whether .*: could not look at elasticloadbalancing:DescribeTargetGroups$/);
  assert.match(
    first({ ...balancing(), loadBalancers: undefined }),
    /not known whether .*: could not look at elasticloadbalancing:DescribeLoadBalancers$/,
  );
});

test('a placement is read from a service and its task definition', () => {
  const networkConfiguration = {
    awsvpcConfiguration: { subnets: ['subnet-a'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' as const },
  };
  const fargate = placementOf(
    { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }], networkConfiguration },
    { networkMode: 'awsvpc' },
  );
  assert.deepEqual([fargate.launch, fargate.tasks[0]?.publicAddress], ['FARGATE', true]);
  const ec2 = placementOf(
    { capacityProviderStrategy: [{ capacityProvider: 'own' }], networkConfiguration },
    { networkMode: 'awsvpc' },
  );
  assert.deepEqual([ec2.launch, ec2.tasks[0]?.publicAddress], ['EC2', false]);
  assert.deepEqual(placementOf({ launchType: 'EC2' }, {}).networkMode, 'bridge');
});

test('a task whose security groups are not known is judged by all else', () => {
  const task = { subnetId: 'subnet-a', securityGroups: undefined, publicAddress: undefined };
  const placement = { ...fargateIn([]), tasks: [task] };
  const logs: Destination = { kind: 'service', service: 'logs', purpose: 'logs' };
  const told = (sketch: Sketch) => sentencesOf(sketch, [logs], placement);
  assert.deepEqual(told({ subnets: { a: {} } }), [
    'Tasks in subnet-a cannot write to CloudWatch Logs: private, no NAT gateway, no endpoint for logs',
  ]);
  const unknown =
    'It is not known whether tasks in subnet-a can write to CloudWatch Logs: could not look at ec2:DescribeNetworkInterfaces';
  assert.deepEqual(told({ subnets: { a: {} }, tables: { main: ['0.0.0.0/0 > igw-1'] } }), [unknown]);
  const byGroup = { 'sg-endpoint': ['in 443 sg-other'] };
  assert.deepEqual(told({ subnets: { a: {} }, endpoints: [endpoint('logs')], groups: byGroup }), [unknown]);
  const byBlock = { 'sg-endpoint': ['in 443 192.168.0.0/16'] };
  assert.match(
    told({ subnets: { a: {} }, endpoints: [endpoint('logs')], groups: byBlock })[0] ?? '',
    / cannot .*sg-endpoint/,
  );
});

test('a target group of IPv6 is spoken to over IPv6', () => {
  const facts = balancing();
  const [group] = facts.targetGroups ?? [];
  const ipv6 = { ...facts, targetGroups: [{ ...group, IpAddressType: 'ipv6' as const }] };
  const both = { subnets: { a: { families: 46 as const }, lba: { families: 46 as const } } };
  const told = (groups: Record<string, string[]>) => {
    const vpc = sketchVpc({ ...both, groups: { 'sg-lb': open, ...groups } });
    const [one] = containerDestinations(ipv6, { targetGroupArn: arn, containerName: 'app', port: 8080 });
    return judgeContainer(vpc, ipv6, fargateIn(['a']), one ?? assert.fail()).map(({ reachable }) => reachable);
  };
  assert.deepEqual(told({ 'sg-task': ['in 8080 2a05:d018:1::/48'] }), ['yes']);
  assert.deepEqual(told({ 'sg-task': ['in 8080 10.0.0.0/16'] }), ['no']);
});

test('a session that is encrypted needs KMS as well', () => {
  const needed = neededDestinations({}, { region: 'eu-west-1', exec: true, execKey: true });
  assert.deepEqual(
    needed.map((one) => one.kind === 'service' && one.service),
    ['ssmmessages', 'kms'],
  );
});

test('subnets without a free address are named', () => {
  assert.deepEqual(fullSubnets(sketchVpc({ subnets: { a: { free: 0 }, b: {} } }), fargateIn(['a', 'b'])), ['subnet-a']);
});

test('tasks without a security group have the default one of the VPC', () => {
  const logs: Destination = { kind: 'service', service: 'logs', purpose: 'logs' };
  const sketch = {
    subnets: { a: {} },
    endpoints: [endpoint('logs', { Groups: [{ GroupId: 'sg-default' }] })],
    groups: { 'sg-default': ['in all sg-default', 'out all 0.0.0.0/0'] },
  };
  assert.match(sentencesOf(sketch, [logs], fargateIn(['a'], { groups: [] }))[0] ?? '', / can write to CloudWatch Logs/);
});
