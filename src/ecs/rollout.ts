import type { Deployment, Service } from '@aws-sdk/client-ecs';

/** Where one deployment stands; `reason` is ECS's own sentence where it gave one. */
export type Rollout =
  | { state: 'inProgress'; running: number; pending: number; desired: number; failed: number; reason?: string }
  | { state: 'completed' }
  | { state: 'failed'; reason?: string }
  | { state: 'rolledBack'; to: string | undefined; done: boolean; reason?: string }
  | { state: 'replaced'; by: string | undefined }
  | { state: 'serviceGone' };

/** Whether nothing more will come of the deployment. A rollback is over only when the old revision is back. */
export function isOver(rollout: Rollout): boolean {
  return rollout.state === 'rolledBack' ? rollout.done : rollout.state !== 'inProgress';
}

/** What was seen of the deployment before; `failed` decides what a disappeared deployment means. */
export interface Watched {
  id: string;
  failed?: { reason?: string } | undefined;
}

/**
 * Judges a deployment by its own id, never by the service being stable: a service is stable, too, after its circuit
 * breaker rolled back. Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html
 */
export function judgeRollout(service: Service | undefined, watched: Watched): Rollout {
  if (!service || service.status === 'INACTIVE' || service.status === 'DRAINING') return { state: 'serviceGone' };
  const deployments = service.deployments ?? [];
  const primary = deployments.find((deployment) => deployment.status === 'PRIMARY');
  const own = deployments.find((deployment) => deployment.id === watched.id);
  if (own && own === primary) return judgePrimary(own, service);
  const failed = own?.rolloutState === 'FAILED' ? { reason: own.rolloutStateReason } : watched.failed;
  if (failed) return judgeRollback(primary, failed);
  // A rollback takes the service over before it marks what failed; its reason names the deployment it returns to.
  if (isRollback(primary)) return judgeRollback(primary, { reason: primary?.rolloutStateReason });
  return { state: 'replaced', by: primary?.taskDefinition };
}

function judgePrimary(own: Deployment, service: Service): Rollout {
  if (own.rolloutState === 'COMPLETED') return { state: 'completed' };
  if (own.rolloutState === 'FAILED') return { state: 'failed', reason: own.rolloutStateReason };
  // Services behind a Classic Load Balancer have no rollout state: one deployment at full count is all there is.
  if (own.rolloutState === undefined && isSettled(own, service)) return { state: 'completed' };
  return {
    state: 'inProgress',
    running: own.runningCount ?? 0,
    pending: own.pendingCount ?? 0,
    desired: service.desiredCount ?? own.desiredCount ?? 0,
    failed: own.failedTasks ?? 0,
    reason: own.rolloutStateReason,
  };
}

function isSettled(own: Deployment, service: Service): boolean {
  return service.deployments?.length === 1 && own.runningCount === service.desiredCount && !own.pendingCount;
}

function judgeRollback(primary: Deployment | undefined, failed: { reason?: string }): Rollout {
  const done = primary?.rolloutState === 'COMPLETED';
  return { state: 'rolledBack', to: primary?.taskDefinition, done, reason: failed.reason };
}

function isRollback(primary: Deployment | undefined): boolean {
  return /rolling back/i.test(primary?.rolloutStateReason ?? '');
}

/** The deployment that UpdateService or CreateService has just started, or the one that is PRIMARY anyway. */
export function primaryDeployment(service: Service): Deployment | undefined {
  return service.deployments?.find((deployment) => deployment.status === 'PRIMARY');
}
