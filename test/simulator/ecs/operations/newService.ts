import { isDeepStrictEqual } from 'node:util';
import type { CreateServiceRequest } from '@aws-sdk/client-ecs';
import type { ClusterState } from '../clusterState.ts';
import { invalidParameter } from '../errors.ts';
import { runsOnFargate, type ServiceSpec } from '../serviceSpec.ts';
import type { ServiceSettings } from '../serviceState.ts';

/** What a new service rolls out, checked against what its cluster has. */
export function newSpec(
  cluster: ClusterState,
  input: Omit<CreateServiceRequest, 'serviceName'>,
  taskDefinition: string,
): ServiceSpec {
  const strategy = input.capacityProviderStrategy ?? (input.launchType ? undefined : cluster.defaultStrategy);
  if (input.launchType && input.capacityProviderStrategy?.length) {
    throw invalidParameter(
      'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
    );
  }
  for (const { capacityProvider = '' } of strategy ?? []) {
    if (!cluster.capacityProviders.includes(capacityProvider)) {
      throw invalidParameter(
        'The specified capacity provider was not found. Specify a valid name or ARN and try again.',
      );
    }
  }
  const useStrategy = strategy !== undefined && strategy.length > 0;
  const launchType = useStrategy ? undefined : (input.launchType ?? 'EC2');
  const fargate = runsOnFargate({ launchType, capacityProviderStrategy: strategy });
  return {
    taskDefinition,
    launchType,
    capacityProviderStrategy: useStrategy ? strategy : undefined,
    ...(fargate ? fargatePlatform(input.platformVersion) : {}),
    networkConfiguration: withAssignPublicIp(input.networkConfiguration),
    loadBalancers: input.loadBalancers ?? [],
    serviceRegistries: input.serviceRegistries ?? [],
    serviceConnectConfiguration: input.serviceConnectConfiguration,
    volumeConfigurations: input.volumeConfigurations,
    vpcLatticeConfigurations: input.vpcLatticeConfigurations,
  };
}

export function fargatePlatform(
  version = 'LATEST',
): Pick<ServiceSpec, 'platformVersion' | 'resolvedPlatformVersion' | 'platformFamily'> {
  return {
    platformVersion: version,
    resolvedPlatformVersion: version === 'LATEST' ? '1.4.0' : version,
    platformFamily: 'Linux',
  };
}

export function withAssignPublicIp(
  network: CreateServiceRequest['networkConfiguration'],
): CreateServiceRequest['networkConfiguration'] {
  const awsvpc = network?.awsvpcConfiguration;
  if (!awsvpc) return network;
  return {
    awsvpcConfiguration: {
      ...awsvpc,
      securityGroups: awsvpc.securityGroups ?? [],
      assignPublicIp: awsvpc.assignPublicIp ?? 'DISABLED',
    },
  };
}

/** The settings of a new service, with the defaults that the service scheduler gives. */
export function newSettings(input: CreateServiceRequest, awsvpc: boolean, accountId: string): ServiceSettings {
  const daemon = input.schedulingStrategy === 'DAEMON';
  const linked = awsvpc || (input.loadBalancers?.length ?? 0) > 0;
  const role = `arn:aws:iam::${accountId}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`;
  return {
    deploymentConfiguration: withDefaults(input.deploymentConfiguration, daemon),
    deploymentController: input.deploymentController ?? { type: 'ECS' },
    schedulingStrategy: input.schedulingStrategy ?? 'REPLICA',
    enableExecuteCommand: input.enableExecuteCommand ?? false,
    enableECSManagedTags: input.enableECSManagedTags ?? false,
    propagateTags: input.propagateTags ?? 'NONE',
    availabilityZoneRebalancing: input.availabilityZoneRebalancing ?? (canRebalance(input) ? 'ENABLED' : 'DISABLED'),
    ...(input.loadBalancers?.length ? { healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds ?? 0 } : {}),
    placementConstraints: input.placementConstraints ?? [],
    placementStrategy: input.placementStrategy ?? [],
    ...(linked ? { roleArn: input.role ?? role } : {}),
  };
}

/** Whether Availability Zone rebalancing goes with a new service: where it does not say, ECS turns it on only then. */
function canRebalance({
  schedulingStrategy,
  launchType,
  deploymentConfiguration,
  ...input
}: CreateServiceRequest): boolean {
  const [first] = input.placementStrategy ?? [];
  return (
    schedulingStrategy !== 'DAEMON' &&
    launchType !== 'EXTERNAL' &&
    (deploymentConfiguration?.maximumPercent ?? 200) > 100 &&
    !input.loadBalancers?.some(({ loadBalancerName }) => loadBalancerName) &&
    !input.placementConstraints?.some(({ expression }) => expression?.includes('availability-zone')) &&
    (first === undefined || (first.type === 'spread' && first.field === 'attribute:ecs.availability-zone'))
  );
}

/** A deployment configuration as the service completes it. */
export function withDefaults(
  configuration: CreateServiceRequest['deploymentConfiguration'],
  daemon: boolean,
): ServiceSettings['deploymentConfiguration'] {
  return {
    deploymentCircuitBreaker: { enable: false, rollback: false },
    maximumPercent: daemon ? 100 : 200,
    minimumHealthyPercent: daemon ? 0 : 100,
    strategy: 'ROLLING',
    bakeTimeInMinutes: 0,
    ...configuration,
  };
}

/** Whether two specs would run the same tasks the same way. */
export function sameSpec(a: ServiceSpec, b: ServiceSpec): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));
}
