import type { ServiceDeployment, ServiceRevisionSummary } from '@aws-sdk/client-ecs';
import type { DeploymentRecord, DeploymentState } from '../deploymentState.ts';
import type { ServiceState } from '../serviceState.ts';

/** A deployment of a service's history, with the counts of this moment while it lasts and those of its end ever after. */
export function describeServiceDeployment(service: ServiceState, record: DeploymentRecord): ServiceDeployment {
  return {
    ...record,
    sourceServiceRevisions: record.sourceServiceRevisions?.map((summary) => summarise(service, record, summary)),
    targetServiceRevision: record.targetServiceRevision && summarise(service, record, record.targetServiceRevision),
  };
}

function summarise(
  service: ServiceState,
  record: DeploymentRecord,
  summary: ServiceRevisionSummary,
): ServiceRevisionSummary {
  const deployment = service.deployments.find((each) => each.revision.serviceRevisionArn === summary.arn);
  if (record.finishedAt !== undefined || !deployment) return { ...summary, ...defaults(summary) };
  return { arn: summary.arn, ...countsOf(service, deployment) };
}

function defaults(summary: ServiceRevisionSummary): ServiceRevisionSummary {
  const { requestedTaskCount = 0, runningTaskCount = 0, pendingTaskCount = 0 } = summary;
  return { requestedTaskCount, runningTaskCount, pendingTaskCount };
}

/** How many tasks a deployment has right now, and how much of the traffic where that is shifted in stages. */
export function countsOf(service: ServiceState, deployment: DeploymentState): ServiceRevisionSummary {
  const { traffic } = deployment;
  return {
    requestedTaskCount: deployment.desiredCount,
    runningTaskCount: service.count('running', deployment),
    pendingTaskCount: service.count('pending', deployment),
    ...(traffic
      ? { requestedTestTrafficWeight: traffic.test, requestedProductionTrafficWeight: traffic.production }
      : {}),
  };
}
