import type { Deployment, Service, ServiceDeployment } from '@aws-sdk/client-ecs';

/** Where one deployment of those that a service shows stands. */
export type DeploymentState =
  | 'inProgress'
  /** The service goes back to it from one that failed. */
  | 'returning'
  | 'completed'
  /** It failed, and the service stays with it. */
  | 'failed'
  /** The service goes back from it, has gone, or is about to. */
  | 'rolledBack'
  /** Another has taken its place. */
  | 'replaced';

/** Milliseconds after a failure in which ECS takes up what it returns to, and by which clocks may differ. */
const rollbackDelay = 30_000;

/**
 * Judges a deployment by what the service shows, for whoever asks: the tree, a command, a view. `now` is in milliseconds.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html
 */
export function deploymentState(deployment: Deployment, service: Service, now = Date.now()): DeploymentState {
  return deployment.status === 'PRIMARY'
    ? primaryState(deployment, service, now)
    : formerState(deployment, primaryDeployment(service));
}

function primaryState(own: Deployment, service: Service, now: number): DeploymentState {
  if (own.rolloutState === 'COMPLETED') return 'completed';
  if (own.rolloutState === 'FAILED') return isAboutToReturn(own, service, now) ? 'rolledBack' : 'failed';
  // Services behind a Classic Load Balancer have no rollout state: one deployment at full count is all there is.
  if (own.rolloutState === undefined && isSettled(own, service)) return 'completed';
  const others = (service.deployments ?? []).filter(({ status }) => status !== 'PRIMARY');
  return isReturning(own) || others.some((other) => formerState(other, own) === 'rolledBack')
    ? 'returning'
    : 'inProgress';
}

/** It fails some seconds before ECS returns to another; where there is none to return to, it stays. */
function isAboutToReturn(own: Deployment, service: Service, now: number): boolean {
  const { updatedAt } = own;
  const { deploymentCircuitBreaker: breaker, alarms } = service.deploymentConfiguration ?? {};
  const rollsBack = (breaker?.enable && breaker.rollback) || (alarms?.enable && alarms.rollback);
  return (
    Boolean(rollsBack) &&
    !isFirstDeployment(own, service) &&
    Math.abs(now - (updatedAt?.getTime() ?? 0)) < rollbackDelay
  );
}

/** Whether a service began with this deployment: then there is nothing to return to. */
export function isFirstDeployment({ createdAt }: Deployment, service: Service): boolean {
  if (service.deployments?.length !== 1 || !createdAt || !service.createdAt) return false;
  return createdAt.getTime() - service.createdAt.getTime() < rollbackDelay;
}

function isSettled(own: Deployment, service: Service): boolean {
  return service.deployments?.length === 1 && own.runningCount === service.desiredCount && !own.pendingCount;
}

/** The state of one that is PRIMARY no more. A rollback takes the service over before it marks what failed. */
function formerState(own: Deployment, primary: Deployment | undefined): DeploymentState {
  const hasFailed = own.rolloutState === 'FAILED';
  const age = ageBeside(primary, own.createdAt);
  const isLeft = isReturning(primary) || age === 'older' || (hasFailed && age === undefined);
  if (!isLeft) return hasFailed ? 'failed' : 'replaced';
  // What was returned to fails, too, at times: then nothing more will come of it.
  return primary?.rolloutState === 'FAILED' ? 'failed' : 'rolledBack';
}

/** Whether the PRIMARY deployment began before or after another; one from before can only be what was returned to. */
function ageBeside(primary: Deployment | undefined, createdAt: Date | undefined): 'older' | 'newer' | undefined {
  if (!primary?.createdAt || !createdAt) return undefined;
  return primary.createdAt < createdAt ? 'older' : 'newer';
}

function isReturning(primary: Deployment | undefined): boolean {
  return saysRollback(primary?.rolloutStateReason);
}

/** Whether ECS says, as the reason of a deployment or in an event, that it goes back to an earlier one. */
export function saysRollback(sentence = ''): boolean {
  return /rolling back/i.test(sentence);
}

/** The deployment that UpdateService or CreateService has just started, or the one that is PRIMARY anyway. */
export function primaryDeployment(service: Service): Deployment | undefined {
  return service.deployments?.find((deployment) => deployment.status === 'PRIMARY');
}

/** Where a deployment that is followed stands; `reason` is ECS's own sentence where it gave one. */
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
}

/** What is known of a deployment beside its id: the entry that ECS keeps of it for 90 days, where it can be read. */
export interface DeploymentSight {
  service: Service | undefined;
  record?: ServiceDeployment | undefined;
}

/** ECS is eventually consistent: for so many looks a deployment may be there and not be shown. */
const samplesUntilGone = 3;

/**
 * Judges a deployment by its entry in the service's history where that has an end to tell, otherwise by what the
 * service shows. The history knows how a deployment ended long after the service has moved on.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html
 */
export function judgeDeployment({ service, record }: DeploymentSight, watched: Watched, now = Date.now()): Rollout {
  const seen = judgeRollout(service, watched, now);
  if (!record || seen.state === 'serviceGone') return seen;
  const reason = record.rollback?.reason ?? record.statusReason;
  const primary = service && primaryDeployment(service);
  switch (record.status) {
    case 'SUCCESSFUL':
      return { state: 'completed' };
    case 'ROLLBACK_SUCCESSFUL':
      return { state: 'rolledBack', to: primary?.taskDefinition, done: true, reason };
    case 'ROLLBACK_REQUESTED':
    case 'ROLLBACK_IN_PROGRESS':
      return { state: 'rolledBack', to: primary?.taskDefinition, done: false, reason };
    case 'ROLLBACK_FAILED':
      return { state: 'failed', reason };
    case 'STOPPED':
      return seen.state === 'inProgress' || seen.state === 'completed' ? { state: 'failed', reason } : seen;
    case 'STOP_REQUESTED':
    case 'PENDING':
    case 'IN_PROGRESS':
    case undefined:
      // Task sets may be steady while traffic still has to be shifted: the history says when it is over.
      return seen.state === 'completed' ? underWay(primary, service) : seen;
  }
}

/**
 * Judges a deployment by its own id, never by the service being stable: a service is stable, too, after its circuit
 * breaker rolled back.
 */
export function judgeRollout(service: Service | undefined, watched: Watched, now = Date.now()): Rollout {
  const isLate = (watched.missed ?? samplesUntilGone) < samplesUntilGone;
  if (!service && isLate) return underWay();
  if (!service || service.status === 'INACTIVE' || service.status === 'DRAINING') return { state: 'serviceGone' };
  const primary = primaryDeployment(service);
  const own = service.deployments?.find((deployment) => deployment.id === watched.id);
  if (own && (own === primary || !watched.failed)) {
    return judgeShown({ ...own, createdAt: own.createdAt ?? watched.createdAt }, service, now);
  }
  const failed = own?.rolloutState === 'FAILED' ? { reason: own.rolloutStateReason } : watched.failed;
  if (failed) return judgeRollback(primary, failed.reason);
  if (isReturning(primary)) return judgeRollback(primary, primary?.rolloutStateReason);
  const age = ageBeside(primary, watched.createdAt);
  if (age !== 'newer' && isLate) return underWay(undefined, service);
  return age === 'older' ? judgeRollback(primary) : { state: 'replaced', by: primary?.taskDefinition };
}

function judgeShown(own: Deployment, service: Service, now: number): Rollout {
  const primary = primaryDeployment(service);
  const reason = own.rolloutStateReason;
  const state = deploymentState(own, service, now);
  switch (state) {
    case 'inProgress':
    case 'returning':
      return underWay(own, service);
    case 'completed':
      return { state };
    case 'replaced':
      return { state, by: primary?.taskDefinition };
    case 'failed':
      return { state, reason: primary?.rolloutState === 'FAILED' ? primary.rolloutStateReason : reason };
    case 'rolledBack':
      if (own.status === 'PRIMARY') return { state, to: undefined, done: false, reason };
      if (own.rolloutState === 'FAILED') return judgeRollback(primary, reason);
      return judgeRollback(primary, isReturning(primary) ? primary?.rolloutStateReason : undefined);
  }
}

function judgeRollback(primary: Deployment | undefined, reason?: string): Rollout {
  if (primary?.rolloutState === 'FAILED') return { state: 'failed', reason: primary.rolloutStateReason };
  return { state: 'rolledBack', to: primary?.taskDefinition, done: primary?.rolloutState === 'COMPLETED', reason };
}

/** Its own counts, none as long as it has not been shown. */
export function underWay(own?: Deployment, service?: Service): Rollout {
  return {
    state: 'inProgress',
    running: own?.runningCount ?? 0,
    pending: own?.pendingCount ?? 0,
    desired: service?.desiredCount ?? own?.desiredCount ?? 0,
    failed: own?.failedTasks ?? 0,
    reason: own?.rolloutStateReason,
  };
}
