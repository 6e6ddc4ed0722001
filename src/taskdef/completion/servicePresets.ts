import { ownArn, regionOf } from '../document/home.ts';
import { namedPorts } from './serviceValues.ts';
import type { CompletionRequest } from './request.ts';

type Preset = (request: CompletionRequest) => unknown;

/** What a member of a service definition holds when it is accepted, by schema id. */
export const servicePresets: Readonly<Record<string, Preset>> = {
  'CreateServiceRequest.serviceName': ({ service }) => service?.task?.fields.str('family').value ?? 'my-service',
  'CreateServiceRequest.cluster': () => 'default',
  'CreateServiceRequest.taskDefinition': ({ service }) => service?.task?.fields.str('family').value ?? 'my-task',
  'CreateServiceRequest.desiredCount': () => 2,
  'CreateServiceRequest.launchType': () => 'FARGATE',
  'CreateServiceRequest.platformVersion': () => 'LATEST',
  'CreateServiceRequest.schedulingStrategy': () => 'REPLICA',
  'CreateServiceRequest.capacityProviderStrategy': () => [{ capacityProvider: 'FARGATE', weight: 1 }],
  'CreateServiceRequest.networkConfiguration': () => ({ awsvpcConfiguration: network }),
  'CreateServiceRequest.loadBalancers': (request) => [loadBalancer(request)],
  'CreateServiceRequest.serviceRegistries': (request) => [{ registryArn: registry(request) }],
  'CreateServiceRequest.healthCheckGracePeriodSeconds': () => 60,
  'CreateServiceRequest.availabilityZoneRebalancing': () => 'ENABLED',
  'CreateServiceRequest.propagateTags': () => 'SERVICE',
  'CreateServiceRequest.deploymentController': () => ({ type: 'ECS' }),
  'CreateServiceRequest.deploymentConfiguration': ({ service }) => ({
    ...percents(service?.scheduling),
    deploymentCircuitBreaker: breaker,
  }),
  'CreateServiceRequest.placementConstraints': () => [{ type: 'memberOf', expression }],
  'CreateServiceRequest.placementStrategy': () => [{ type: 'spread', field: 'attribute:ecs.availability-zone' }],
  'CreateServiceRequest.tags': ({ service }) => [
    { key: 'Name', value: service?.fields.str('serviceName').value ?? 'my-service' },
  ],
  'CreateServiceRequest.serviceConnectConfiguration': (request) => ({
    enabled: true,
    namespace: 'my-namespace',
    services: connectServices(request),
  }),
  'CreateServiceRequest.volumeConfigurations': (request) => [
    { name: launchVolume(request), managedEBSVolume: volume(request) },
  ],
  'CreateServiceRequest.monitoring': () => ({ metricConfigurations: [metrics] }),
  'UpdateServiceRequest.service': () => 'my-service',
  'NetworkConfiguration.awsvpcConfiguration': () => network,
  'AwsVpcConfiguration.subnets': () => network.subnets,
  'AwsVpcConfiguration.securityGroups': () => network.securityGroups,
  'AwsVpcConfiguration.assignPublicIp': () => 'DISABLED',
  'LoadBalancer.targetGroupArn': (request) => targetGroup(request, 'my-target-group'),
  'LoadBalancer.containerName': (request) => receiver(request)?.name ?? 'app',
  'LoadBalancer.containerPort': (request) => receiver(request)?.port ?? 8080,
  'LoadBalancer.loadBalancerName': () => 'my-load-balancer',
  'LoadBalancer.advancedConfiguration': (request) => ({
    alternateTargetGroupArn: targetGroup(request, 'my-target-group-green'),
    productionListenerRule: listenerRule(request, 'production'),
    roleArn: infrastructureRole(request, 'ForLoadBalancers'),
  }),
  'AdvancedConfiguration.alternateTargetGroupArn': (request) => targetGroup(request, 'my-target-group-green'),
  'AdvancedConfiguration.productionListenerRule': (request) => listenerRule(request, 'production'),
  'AdvancedConfiguration.testListenerRule': (request) => listenerRule(request, 'test'),
  'AdvancedConfiguration.roleArn': (request) => infrastructureRole(request, 'ForLoadBalancers'),
  'ServiceRegistry.registryArn': registry,
  'ServiceRegistry.containerName': (request) => receiver(request)?.name ?? 'app',
  'ServiceRegistry.containerPort': (request) => receiver(request)?.port ?? 8080,
  'ServiceRegistry.port': (request) => receiver(request)?.port ?? 8080,
  'CapacityProviderStrategyItem.capacityProvider': () => 'FARGATE',
  'CapacityProviderStrategyItem.weight': () => 1,
  'CapacityProviderStrategyItem.base': () => 1,
  'DeploymentConfiguration.minimumHealthyPercent': ({ service }) => percents(service?.scheduling).minimumHealthyPercent,
  'DeploymentConfiguration.maximumPercent': ({ service }) => percents(service?.scheduling).maximumPercent,
  'DeploymentConfiguration.deploymentCircuitBreaker': () => breaker,
  'DeploymentConfiguration.strategy': () => 'ROLLING',
  'DeploymentConfiguration.bakeTimeInMinutes': () => 5,
  'DeploymentConfiguration.alarms': () => ({ alarmNames: ['my-alarm'], enable: true, rollback: true }),
  'DeploymentConfiguration.linearConfiguration': () => ({ stepPercent: 10, stepBakeTimeInMinutes: 6 }),
  'DeploymentConfiguration.canaryConfiguration': () => ({ canaryPercent: 5, canaryBakeTimeInMinutes: 10 }),
  'DeploymentConfiguration.lifecycleHooks': (request) => [hook(request)],
  'DeploymentConfiguration.earlySuccessCriteria': () => ({ enable: true, healthyPercent: 75 }),
  'DeploymentAlarms.alarmNames': () => ['my-alarm'],
  'DeploymentCircuitBreaker.enable': () => true,
  'DeploymentCircuitBreaker.rollback': () => true,
  'DeploymentLifecycleHook.targetType': () => 'AWS_LAMBDA',
  'DeploymentLifecycleHook.hookTargetArn': (request) => hook(request).hookTargetArn,
  'DeploymentLifecycleHook.roleArn': (request) => hook(request).roleArn,
  'DeploymentLifecycleHook.lifecycleStages': (request) => hook(request).lifecycleStages,
  'DeploymentLifecycleHook.timeoutConfiguration': () => ({ timeoutInMinutes: 60, action: 'ROLLBACK' }),
  'LinearConfiguration.stepPercent': () => 10,
  'LinearConfiguration.stepBakeTimeInMinutes': () => 6,
  'CanaryConfiguration.canaryPercent': () => 5,
  'CanaryConfiguration.canaryBakeTimeInMinutes': () => 10,
  'PlacementConstraint.type': () => 'memberOf',
  'PlacementConstraint.expression': () => expression,
  'PlacementStrategy.type': () => 'spread',
  'PlacementStrategy.field': ({ holder }) =>
    holder.str('type').value === 'binpack' ? 'memory' : 'attribute:ecs.availability-zone',
  'ServiceConnectConfiguration.enabled': () => true,
  'ServiceConnectConfiguration.namespace': () => 'my-namespace',
  'ServiceConnectConfiguration.services': connectServices,
  'ServiceConnectService.portName': ({ service }) => namedPorts(service?.task)[0]?.name ?? 'http',
  'ServiceConnectService.discoveryName': () => 'my-service',
  'ServiceConnectService.clientAliases': (request) => connectServices(request)[0]!.clientAliases,
  'ServiceConnectService.ingressPortOverride': () => 15_000,
  'ServiceConnectClientAlias.port': ({ service }) => namedPorts(service?.task)[0]?.port ?? 80,
  'ServiceConnectClientAlias.dnsName': () => 'my-service',
  'ServiceVolumeConfiguration.name': launchVolume,
  'ServiceVolumeConfiguration.managedEBSVolume': volume,
  'ServiceManagedEBSVolumeConfiguration.roleArn': (request) => infrastructureRole(request, 'ForVolumes'),
  'ServiceManagedEBSVolumeConfiguration.volumeType': () => 'gp3',
  'ServiceManagedEBSVolumeConfiguration.sizeInGiB': () => 20,
  'ServiceManagedEBSVolumeConfiguration.iops': () => 3000,
  'ServiceManagedEBSVolumeConfiguration.throughput': () => 125,
  'ServiceManagedEBSVolumeConfiguration.filesystemType': () => 'xfs',
  'VpcLatticeConfiguration.roleArn': (request) => infrastructureRole(request, 'ForVpcLattice'),
  'VpcLatticeConfiguration.targetGroupArn': (request) =>
    ownArn(homed(request), 'vpc-lattice', region(request), 'targetgroup/tg-<ID>'),
  'VpcLatticeConfiguration.portName': ({ service }) => namedPorts(service?.task)[0]?.name ?? 'http',
  'GatewayConnector.portName': ({ service }) => namedPorts(service?.task)[0]?.name ?? 'http',
  'MetricConfiguration.metricNames': () => metrics.metricNames,
  'MetricConfiguration.resolutionSeconds': () => metrics.resolutionSeconds,
};

const network = { subnets: ['subnet-<ID>'], securityGroups: ['sg-<ID>'], assignPublicIp: 'DISABLED' };
const breaker = { enable: true, rollback: true };
const metrics = { metricNames: ['CPUUtilization', 'MemoryUtilization'], resolutionSeconds: 20 };
const expression = 'attribute:ecs.instance-type =~ m7.*';

function percents(scheduling: string | undefined): { minimumHealthyPercent: number; maximumPercent: number } {
  return scheduling === 'DAEMON'
    ? { minimumHealthyPercent: 0, maximumPercent: 100 }
    : { minimumHealthyPercent: 100, maximumPercent: 200 };
}

function homed({ document, service, context }: CompletionRequest): Pick<CompletionRequest, 'document'> & {
  home?: NonNullable<CompletionRequest['service']>['home'];
} {
  return { document, home: service?.home ?? context.home };
}

function region(request: CompletionRequest): string {
  return regionOf(homed(request)) ?? 'us-east-1';
}

function targetGroup(request: CompletionRequest, name: string): string {
  return ownArn(homed(request), 'elasticloadbalancing', region(request), `targetgroup/${name}/<ID>`);
}

function listenerRule(request: CompletionRequest, name: string): string {
  const rule = `listener-rule/app/my-load-balancer/<ID>/<LISTENER>/<${name.toUpperCase()}_RULE>`;
  return ownArn(homed(request), 'elasticloadbalancing', region(request), rule);
}

function registry(request: CompletionRequest): string {
  return ownArn(homed(request), 'servicediscovery', region(request), 'service/srv-<ID>');
}

function infrastructureRole(request: CompletionRequest, purpose: string): string {
  return ownArn(homed(request), 'iam', '', `role/ecsInfrastructureRole${purpose}`);
}

function hook(request: CompletionRequest): {
  targetType: string;
  hookTargetArn: string;
  roleArn: string;
  lifecycleStages: string[];
} {
  return {
    targetType: 'AWS_LAMBDA',
    hookTargetArn: ownArn(homed(request), 'lambda', region(request), 'function:my-function'),
    roleArn: infrastructureRole(request, 'ForHooks'),
    lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'],
  };
}

/** The container and port of the task definition beside the file that most likely receives traffic. */
function receiver({ service, holder }: CompletionRequest): { name: string; port: number | undefined } | undefined {
  const named = holder.str('containerName').value;
  const all = (service?.task?.containers ?? []).flatMap(({ name, fields }) => {
    const port = fields.list('portMappings').fields()[0]?.num('containerPort').value;
    return name.value ? [{ name: name.value, port }] : [];
  });
  return all.find(({ name }) => name === named) ?? all.find(({ port }) => port !== undefined) ?? all[0];
}

function loadBalancer(request: CompletionRequest): object {
  const to = receiver(request);
  return {
    targetGroupArn: targetGroup(request, 'my-target-group'),
    containerName: to?.name ?? 'app',
    containerPort: to?.port ?? 8080,
  };
}

function connectServices({ service }: CompletionRequest): { portName: string; clientAliases: object[] }[] {
  const port = namedPorts(service?.task)[0];
  return [{ portName: port?.name ?? 'http', clientAliases: [{ port: port?.port ?? 80, dnsName: 'my-service' }] }];
}

function launchVolume({ service }: CompletionRequest): string {
  const volumes = service?.task?.volumes.fields() ?? [];
  return volumes.find((one) => one.bool('configuredAtLaunch').value)?.str('name').value ?? 'data';
}

function volume(request: CompletionRequest): object {
  return { roleArn: infrastructureRole(request, 'ForVolumes'), volumeType: 'gp3', sizeInGiB: 20 };
}
