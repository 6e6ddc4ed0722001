import type { PathSegment } from '../../../src/taskdef/document/cursor.ts';
import type { SeedService } from './serviceMutationSeeds.ts';

/** Breaks a valid file in one way and tells where the finding belongs; undefined where the file has no such part. */
export interface ServiceMutation {
  rule: string;
  about: string;
  mutate: (service: SeedService) => PathSegment[] | undefined;
}

type Where = (service: SeedService) => boolean;
type Holder = Record<PathSegment, unknown>;

const named =
  (name: string): Where =>
  (service) =>
    service['serviceName'] === name;
const [web, api, quotes, worker, agent, checkout, outside] = [
  'web',
  'api',
  'quotes',
  'worker',
  'agent',
  'checkout',
  'outside',
].map(named) as [Where, Where, Where, Where, Where, Where, Where];
const always: Where = () => true;
const deployment = 'deploymentConfiguration';
const vpc: PathSegment[] = ['networkConfiguration', 'awsvpcConfiguration'];

/** Sets what is at a path, where what holds it is there; the finding stands there, or at `at`. */
function set(rule: string, path: PathSegment[], value: unknown, where = always, at = path): ServiceMutation {
  return {
    rule,
    about: `${path.join('.')} ${JSON.stringify(value)}`.slice(0, 90),
    mutate: (file) => {
      const holder = where(file) ? holderOf(file, path) : undefined;
      if (!holder) return undefined;
      holder[path.at(-1)!] = value;
      return at;
    },
  };
}

/** Removes what is at a path. */
function without(rule: string, path: PathSegment[], at: PathSegment[], where = always): ServiceMutation {
  return {
    rule,
    about: `no ${path.join('.')}`,
    mutate: (file) => {
      const holder = where(file) ? holderOf(file, path) : undefined;
      const name = path.at(-1)!;
      if (!holder || !(name in holder)) return undefined;
      delete holder[name];
      return at;
    },
  };
}

function holderOf(file: SeedService, path: PathSegment[]): Holder | undefined {
  const holder = path.slice(0, -1).reduce<unknown>((inner, segment) => (inner as Holder | undefined)?.[segment], file);
  return typeof holder === 'object' && holder !== null ? (holder as Holder) : undefined;
}

const balancer = {
  targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/other/0123456789abcdef',
  containerName: 'web',
  containerPort: 9090,
};
const classic = { loadBalancerName: 'shop', containerName: 'web', containerPort: 8080 };
const advanced: PathSegment[] = ['loadBalancers', 0, 'advancedConfiguration'];
const hook: PathSegment[] = [deployment, 'lifecycleHooks', 0];
const pause: PathSegment[] = [deployment, 'lifecycleHooks', 1];
const connect: PathSegment[] = ['serviceConnectConfiguration', 'services', 0];
const volume: PathSegment[] = ['volumeConfigurations', 0, 'managedEBSVolume'];
const table = (count: number, make: (index: number) => unknown): unknown[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const serviceMutations: readonly ServiceMutation[] = [
  // The form of a file.
  set('TD001', ['loadBalancer'], []),
  set('TD001', [deployment, 'maxPercent'], 200),
  set('TD004', ['LaunchType'], 'EC2', outside),
  set('TD006', ['desiredCount'], '2', web),
  set('TD006', ['enableExecuteCommand'], 'true'),
  set('TD006', ['loadBalancers'], { ...balancer }, web),
  set('TD007', [deployment, 'deploymentCircuitBreaker'], { enable: true }, web),
  without('TD007', ['deploymentController', 'type'], ['deploymentController'], checkout),
  set('TD008', ['launchType'], 'Fargate', web),
  set('TD008', ['propagateTags'], 'service'),
  set('TD008', [deployment, 'strategy'], 'BLUEGREEN'),
  set('TD008', [...hook, 'lifecycleStages', 0], 'SCALE_UP'),
  set('TD00A', ['role'], null),
  set('SD081', ['runningCount'], 2),
  set('SD081', ['deployments'], []),
  set('SD082', ['resourceManagementType'], 'ECS'),
  // Names.
  set('SD070', ['serviceName'], 'shop.web'),
  set('SD070', ['serviceName'], ''),
  set('SD071', ['cluster'], 'shop/web'),
  set('SD071', ['cluster'], 'arn:aws:ecs:eu-west-1:123456789012:service/shop/web'),
  set('SD072', ['clientToken'], 'a'.repeat(37)),
  set('SD073', ['taskDefinition'], 'web:latest', web),
  set('SD073', ['taskDefinition'], 'arn:aws:ecs:eu-west-1:123456789012:task-definition', api),
  set('SD073', ['taskDefinition'], '', quotes),
  set('SD075', ['tags'], [{ key: 'aws:team', value: 'x' }], always, ['tags', 0, 'key']),
  set(
    'SD075',
    ['tags'],
    table(51, (index) => ({ key: `k${index}`, value: 'x' })),
  ),
  // Who deploys.
  set('SD060', ['taskDefinition'], 'web:7', outside),
  set('SD060', ['launchType'], 'FARGATE', outside),
  set('SD060', ['loadBalancers'], [balancer], outside),
  set('SD060', ['networkConfiguration'], { awsvpcConfiguration: { subnets: ['subnet-0123456789abcdef0'] } }, outside),
  without('SD061', ['loadBalancers'], ['deploymentController', 'type'], checkout),
  set('SD061', ['loadBalancers', 0], classic, checkout, ['loadBalancers', 0, 'loadBalancerName']),
  set('SD062', ['schedulingStrategy'], 'DAEMON', checkout),
  set('SD062', ['schedulingStrategy'], 'DAEMON', outside),
  set('SD063', [deployment], { deploymentCircuitBreaker: { enable: true, rollback: true } }, checkout, [
    deployment,
    'deploymentCircuitBreaker',
  ]),
  set('SD063', [deployment], { alarms: { alarmNames: ['a'], enable: true, rollback: true } }, outside, [
    deployment,
    'alarms',
  ]),
  set('SD064', ['serviceConnectConfiguration'], { enabled: true, namespace: 'shop' }, checkout),
  set('SD065', [deployment], { strategy: 'LINEAR' }, checkout, [deployment, 'strategy']),
  // How many tasks run meanwhile.
  set('SD066', [deployment, 'maximumPercent'], 50, web),
  set('SD066', [deployment, 'minimumHealthyPercent'], 101, web),
  set('SD066', [deployment, 'minimumHealthyPercent'], -1, worker),
  set('SD067', [deployment, 'minimumHealthyPercent'], 100, worker, [deployment, 'maximumPercent']),
  set('SD067', [deployment, 'minimumHealthyPercent'], 90, worker, [deployment, 'maximumPercent']),
  set('SD067', [deployment, 'minimumHealthyPercent'], 100, agent, [deployment, 'maximumPercent']),
  set('SD068', [deployment, 'maximumPercent'], 200, agent),
  // Where the traffic goes meanwhile.
  without('SD069', advanced, ['loadBalancers', 0], api),
  set('SD069', ['loadBalancers', 1], balancer, api),
  without('SD06A', [...advanced, 'productionListenerRule'], advanced, api),
  without('SD06A', [...advanced, 'alternateTargetGroupArn'], advanced, api),
  set('SD06B', [...advanced, 'productionListenerRule'], balancer.targetGroupArn, api),
  set(
    'SD06B',
    [...advanced, 'testListenerRule'],
    'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shop/0123456789abcdef/0123456789abcdef',
    api,
  ),
  set('SD06C', [...advanced, 'alternateTargetGroupArn'], 'green', api),
  set('SD06D', [deployment, 'linearConfiguration'], { stepPercent: 10 }),
  set('SD06D', [deployment, 'canaryConfiguration'], { canaryPercent: 10 }, api),
  set('SD06D', [deployment, 'canaryConfiguration', 'canaryPercent'], 5.55, quotes),
  set('SD06E', [deployment, 'bakeTimeInMinutes'], 1441, api),
  set('SD06E', [deployment, 'canaryConfiguration', 'canaryPercent'], 0, quotes),
  set('SD06E', [deployment, 'canaryConfiguration', 'canaryBakeTimeInMinutes'], 2000, quotes),
  without('SD06F', ['serviceConnectConfiguration'], [deployment, 'strategy'], quotes),
  without('SD06G', [...hook, 'hookTargetArn'], hook, api),
  set('SD06G', [...hook, 'hookTargetArn'], 'arn:aws:sqs:eu-west-1:123456789012:checks', api),
  set('SD06G', [...hook, 'lifecycleStages'], [], api),
  set('SD06G', [...pause, 'hookTargetArn'], 'arn:aws:lambda:eu-west-1:123456789012:function:a', api),
  set('SD06H', [...pause, 'lifecycleStages', 0], 'TEST_TRAFFIC_SHIFT', api),
  set('SD06H', [deployment, 'strategy'], 'ROLLING', api, [deployment, 'lifecycleHooks']),
  set('SD06I', [...pause, 'timeoutConfiguration', 'timeoutInMinutes'], 30_000, api),
  set('SD06I', [deployment, 'deploymentCircuitBreaker', 'thresholdConfiguration'], { type: 'COUNT', value: 0 }, web, [
    deployment,
    'deploymentCircuitBreaker',
    'thresholdConfiguration',
    'value',
  ]),
  set('SD06J', [deployment, 'alarms', 'alarmNames'], [], web),
  set('SD06J', [deployment, 'alarms', 'enable'], false, web),
  set('SD06K', [deployment, 'deploymentCircuitBreaker', 'enable'], false, web),
  set('SD06L', [deployment, 'earlySuccessCriteria'], { enable: true }, web),
  set('SD06M', ['healthCheckGracePeriodSeconds'], 60, worker),
  without('SD06M', ['loadBalancers'], ['healthCheckGracePeriodSeconds'], web),
  set('SD06N', ['desiredCount'], -1, web),
  set('SD06N', ['healthCheckGracePeriodSeconds'], -1, web),
  set('SD06O', ['monitoring', 'metricConfigurations', 0, 'resolutionSeconds'], 30, web),
  set('SD06O', ['monitoring', 'metricConfigurations', 0, 'metricNames', 0], 'Requests', web),
  set('SD06P', ['availabilityZoneRebalancing'], 'ENABLED', agent),
  set('SD06P', ['availabilityZoneRebalancing'], 'ENABLED', worker),
  set('SD06Q', ['role'], 'ecsServiceRole', web),
  set('SD06Q', ['role'], 'ecsServiceRole', worker),
  // Where tasks run.
  set('SD001', ['capacityProviderStrategy'], [{ capacityProvider: 'FARGATE', weight: 1 }], web, ['launchType']),
  set('SD002', ['capacityProviderStrategy', 1, 'capacityProvider'], 'my-instances', api),
  set('SD003', ['capacityProviderStrategy', 1, 'base'], 2, api),
  set('SD004', ['capacityProviderStrategy'], [{ capacityProvider: 'FARGATE', weight: 0 }], api),
  set('SD006', ['capacityProviderStrategy', 0, 'weight'], 1001, api),
  set('SD007', ['capacityProviderStrategy', 1, 'capacityProvider'], 'FARGATE-SPOT', api),
  set('SD008', ['launchType'], 'MANAGED_INSTANCES', worker),
  set('SD009', ['platformVersion'], 'LATEST', worker),
  set('SD00A', ['platformVersion'], '1.4', web),
  set('SD00G', ['desiredCount'], 0, agent),
  set('SD00H', ['placementStrategy'], [{ type: 'random' }], agent),
  set('SD00I', ['launchType'], 'FARGATE', agent, ['schedulingStrategy']),
  set('SD00M', ['placementConstraints'], [{ type: 'distinctInstance' }], web),
  set('SD00M', ['placementStrategy'], [{ type: 'random' }], api),
  set('SD00N', ['placementConstraints', 0], { type: 'distinctInstance', expression: 'x' }, worker, [
    'placementConstraints',
    0,
    'expression',
  ]),
  set('SD00O', ['placementStrategy', 1, 'field'], 'disk', worker),
  set(
    'SD00P',
    ['placementStrategy'],
    table(6, () => ({ type: 'random' })),
    worker,
  ),
  // Its network and traffic.
  set('SD00S', [...vpc, 'subnets'], []),
  set(
    'SD00S',
    [...vpc, 'securityGroups'],
    table(6, (index) => `sg-0123456789abcdef${index}`),
  ),
  set('SD00T', [...vpc, 'subnets', 0], 'private-a'),
  without('SD00V', ['networkConfiguration'], ['launchType'], web),
  set('SD010', ['loadBalancers', 0, 'loadBalancerName'], 'shop', web),
  set('SD012', ['loadBalancers', 0], classic, web, ['loadBalancers', 0, 'loadBalancerName']),
  set('SD013', ['loadBalancers', 0, 'containerPort'], 70_000, web),
  set('SD015', ['loadBalancers', 0, 'targetGroupArn'], 'shop', web),
  set('SD017', ['serviceRegistries', 0, 'registryArn'], 'shop', worker),
  set('SD018', ['serviceRegistries', 0, 'port'], 80, worker),
  set('SD01B', [...advanced, 'roleArn'], 'arn:aws:iam::1:role/x', api),
  set('SD01G', [...connect, 'clientAliases', 0, 'port'], 0, quotes),
  set('SD01H', [...connect, 'clientAliases', 0, 'dnsName'], 'quo tes', quotes),
  set('SD01I', [...connect, 'discoveryName'], 'Quotes!', quotes),
  set('SD01S', [...volume, 'sizeInGiB'], 0, quotes),
  without('SD01T', [...volume, 'sizeInGiB'], volume, quotes),
  set('SD01U', [...volume, 'volumeType'], 'gp9', quotes),
];
