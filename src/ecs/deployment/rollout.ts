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
  /** When ECS says that it began: a deployment that began before it can only be what was returned to. */
  createdAt?: Date | undefined;
  /** Looks in a row in which the service did not show it; without it, what is not there is gone. */
  missed?: number | undefined;
  /** Looks in a row in which it was PRIMARY and FAILED; without it, it stays so. */
  failing?: number | undefined;
}

/** ECS is eventually consistent: for so many looks a deployment may be there and not be shown. */
const samplesUntilGone = 3;

/**
 * Judges a deployment by its own id, never by the service being stable: a service is stable, too, after its circuit
 * breaker rolled back. Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html
 */
export function judgeRollout(service: Service | undefined, watched: Watched): Rollout {
  const late = (watched.missed ?? samplesUntilGone) < samplesUntilGone;
  if (!service && late) return { state: 'inProgress', running: 0, pending: 0, desired: 0, failed: 0 };
  if (!service || service.status === 'INACTIVE' || service.status === 'DRAINING') return { state: 'serviceGone' };
  const deployments = service.deployments ?? [];
  const primary = deployments.find((deployment) => deployment.status === 'PRIMARY');
  const own = deployments.find((deployment) => deployment.id === watched.id);
  if (own && own === primary) return judgePrimary(own, service, watched);
  const failed = own?.rolloutState === 'FAILED' ? { reason: own.rolloutStateReason } : watched.failed;
  if (failed) return judgeRollback(primary, failed);
  // A rollback takes the service over before it marks what failed; its reason names the deployment it returns to.
  if (isRollback(primary)) return judgeRollback(primary, { reason: primary?.rolloutStateReason });
  const age = ageBeside(primary, own?.createdAt ?? watched.createdAt);
  if (age === 'newer') return { state: 'replaced', by: primary?.taskDefinition };
  if (!own && late) return notShownYet(service);
  if (age === 'older') return judgeRollback(primary, {});
  return { state: 'replaced', by: primary?.taskDefinition };
}

/** Whether the PRIMARY deployment began before or after another; undefined where the server does not say. */
function ageBeside(primary: Deployment | undefined, createdAt: Date | undefined): 'older' | 'newer' | undefined {
  if (!primary?.createdAt || !createdAt) return undefined;
  return primary.createdAt < createdAt ? 'older' : 'newer';
}

function notShownYet({ desiredCount = 0 }: Service): Rollout {
  return { state: 'inProgress', running: 0, pending: 0, desired: desiredCount, failed: 0 };
}

function judgePrimary(own: Deployment, service: Service, { failing = samplesUntilGone }: Watched): Rollout {
  if (own.rolloutState === 'COMPLETED') return { state: 'completed' };
  // It fails a moment before ECS returns to another, if there is one to return to.
  if (own.rolloutState === 'FAILED' && rollsBack(service) && failing < samplesUntilGone) {
    return { state: 'rolledBack', to: undefined, done: false, reason: own.rolloutStateReason };
  }
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

function rollsBack({ deploymentConfiguration: configuration }: Service): boolean {
  const { deploymentCircuitBreaker: breaker, alarms } = configuration ?? {};
  return Boolean((breaker?.enable && breaker.rollback) || (alarms?.enable && alarms.rollback));
}

function isSettled(own: Deployment, service: Service): boolean {
  return service.deployments?.length === 1 && own.runningCount === service.desiredCount && !own.pendingCount;
}

function judgeRollback(primary: Deployment | undefined, failed: { reason?: string }): Rollout {
  // What was returned to fails, too, at times: then nothing more will come of it.
  if (primary?.rolloutState === 'FAILED') return { state: 'failed', reason: primary.rolloutStateReason };
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
