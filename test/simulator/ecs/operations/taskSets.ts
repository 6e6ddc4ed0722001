import type { DescribeTaskSetsRequest, DescribeTaskSetsResponse, TaskSet } from '@aws-sdk/client-ecs';
import type { ServiceRequest } from '../../serviceDefinition.ts';
import type { DeploymentState } from '../deploymentState.ts';
import { invalidParameter } from '../errors.ts';
import type { ServiceState } from '../serviceState.ts';
import { ecsOf, findCluster, findService } from './lookup.ts';
import { checkActive } from './serviceChecks.ts';

/** The task sets of a CODE_DEPLOY or EXTERNAL service, which has them in place of deployments. */
export function describeTaskSets(input: DescribeTaskSetsRequest, request: ServiceRequest): DescribeTaskSetsResponse {
  const service = findService(findCluster(ecsOf(request), input.cluster), input.service ?? '');
  checkActive(service);
  if (service.ownController)
    throw invalidParameter(
      'Amazon ECS only supports task sets for services with an EXTERNAL or CODE_DEPLOY deployment controller.',
    );
  const all = service.deployments.map((deployment) => describeTaskSet(service, deployment));
  const names = input.taskSets;
  const isNamed = (set: TaskSet, name: string): boolean => name === set.id || name === set.taskSetArn;
  return {
    taskSets: names ? all.filter((set) => names.some((name) => isNamed(set, name))) : all,
    failures: (names ?? [])
      .filter((name) => !all.some((set) => isNamed(set, name)))
      .map((name) => ({ arn: name, reason: 'MISSING' })),
  };
}

export function describeTaskSet(service: ServiceState, deployment: DeploymentState): TaskSet {
  const { ecs, name: cluster } = service.cluster;
  const { spec } = deployment;
  const running = service.count('running', deployment);
  const pending = service.count('pending', deployment);
  const stable = running === service.desiredCount && pending === 0;
  return {
    id: deployment.id,
    taskSetArn: ecs.arn(`task-set/${cluster}/${service.name}/${deployment.id}`),
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    ...(service.settings.deploymentController.type === 'CODE_DEPLOY' ? { startedBy: 'CODE_DEPLOY' } : {}),
    status: deployment.status,
    taskDefinition: spec.taskDefinition,
    computedDesiredCount: service.desiredCount,
    pendingCount: pending,
    runningCount: running,
    createdAt: deployment.createdAt,
    updatedAt: deployment.updatedAt,
    launchType: spec.launchType,
    capacityProviderStrategy: spec.capacityProviderStrategy,
    platformVersion: spec.resolvedPlatformVersion,
    platformFamily: spec.platformFamily,
    networkConfiguration: spec.networkConfiguration,
    loadBalancers: spec.loadBalancers,
    serviceRegistries: spec.serviceRegistries,
    scale: { value: 100, unit: 'PERCENT' },
    stabilityStatus: stable ? 'STEADY_STATE' : 'STABILIZING',
    stabilityStatusAt: deployment.updatedAt,
    tags: [],
  };
}
