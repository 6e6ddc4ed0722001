import type { Service } from '@aws-sdk/client-ecs';
import { describeTaskSet } from './taskSets.ts';
import type { ServiceState } from '../serviceState.ts';

const UNDER_WAY = new Set(['PENDING', 'IN_PROGRESS', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS']);

/** A service as the API shows it. */
export function describeService(service: ServiceState, withTags = false): Service {
  return {
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.cluster.arn,
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: service.count('running'),
    pendingCount: service.count('pending'),
    events: service.events,
    createdAt: service.createdAt,
    createdBy: service.createdBy,
    ...(withTags && service.tags.length > 0 ? { tags: service.tags } : {}),
    ...describeSpec(service),
    ...service.settings,
    ...describeDeployments(service),
  };
}

function describeSpec({ spec }: ServiceState): Service {
  return {
    ...(spec.taskDefinition ? { taskDefinition: spec.taskDefinition } : {}),
    launchType: spec.launchType,
    capacityProviderStrategy: spec.capacityProviderStrategy,
    platformVersion: spec.platformVersion,
    platformFamily: spec.platformFamily,
    networkConfiguration: spec.networkConfiguration,
    loadBalancers: spec.loadBalancers,
    serviceRegistries: spec.serviceRegistries,
  };
}

/** Deployments, or task sets where another controller has them, and the revisions behind both. */
function describeDeployments(service: ServiceState): Service {
  const { deployments, ownController } = service;
  const current = service.history.find((record) => UNDER_WAY.has(record.status));
  return {
    ...(ownController ? {} : { taskSets: deployments.map((each) => describeTaskSet(service, each)) }),
    deployments: (ownController ? deployments : []).map((each) =>
      each.describe(service.count('running', each), service.count('pending', each)),
    ),
    ...(current ? { currentServiceDeployment: current.serviceDeploymentArn } : {}),
    currentServiceRevisions: deployments.map((each) => ({
      arn: each.revision.serviceRevisionArn,
      requestedTaskCount: each.desiredCount,
      runningTaskCount: service.count('running', each),
      pendingTaskCount: service.count('pending', each),
    })),
  };
}
