import type { Service, ServiceDeployment } from '@aws-sdk/client-ecs';
import { judgeRollout, primaryDeployment, type Rollout, type Watched } from './rollout.ts';

/** What is known of a deployment beside its id: the entry that ECS keeps of it for 90 days, where it can be read. */
export interface DeploymentSight {
  service: Service | undefined;
  record?: ServiceDeployment | undefined;
}

/**
 * Judges a deployment by its entry in the service's history where that has an end to tell, otherwise by what the
 * service shows. The history knows how a deployment ended long after the service has moved on.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html
 */
export function judgeDeployment({ service, record }: DeploymentSight, watched: Watched): Rollout {
  const seen = judgeRollout(service, watched);
  if (!record || seen.state === 'serviceGone') return seen;
  const reason = record.rollback?.reason ?? record.statusReason;
  switch (record.status) {
    case 'SUCCESSFUL':
      return { state: 'completed' };
    case 'ROLLBACK_SUCCESSFUL':
      return { state: 'rolledBack', to: returnedTo(service), done: true, reason };
    case 'ROLLBACK_REQUESTED':
    case 'ROLLBACK_IN_PROGRESS':
      return { state: 'rolledBack', to: returnedTo(service), done: false, reason };
    case 'ROLLBACK_FAILED':
      return { state: 'failed', reason };
    case 'STOPPED':
      return seen.state === 'inProgress' || seen.state === 'completed' ? { state: 'failed', reason } : seen;
    case 'STOP_REQUESTED':
    case 'PENDING':
    case 'IN_PROGRESS':
    case undefined:
      // Task sets may be steady while traffic still has to be shifted: the history says when it is over.
      return seen.state === 'completed' ? underWay(service) : seen;
  }
}

function returnedTo(service: Service | undefined): string | undefined {
  return service && primaryDeployment(service)?.taskDefinition;
}

function underWay(service: Service | undefined): Rollout {
  const primary = service && primaryDeployment(service);
  return {
    state: 'inProgress',
    running: primary?.runningCount ?? 0,
    pending: primary?.pendingCount ?? 0,
    desired: service?.desiredCount ?? 0,
    failed: primary?.failedTasks ?? 0,
    reason: primary?.rolloutStateReason,
  };
}
