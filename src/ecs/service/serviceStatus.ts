import type { Service } from '@aws-sdk/client-ecs';
import { lostTasks } from './lostTasks.ts';
import { pausedState } from './pausedCount.ts';
import { deploymentState, primaryDeployment } from '../deployment/rollout.ts';

/** A service at a glance. */
export type ServiceHealth =
  'steady' | 'deploying' | 'scaling' | 'rollingBack' | 'failed' | 'short' | 'stopped' | 'paused' | 'draining';

export interface ServiceStatus {
  health: ServiceHealth;
  running: number;
  desired: number;
  pending: number;
  /** Tasks of the newest deployment that failed in a row. */
  failedTasks: number;
  /** Tasks that ended by themselves of late and were replaced. */
  lostTasks: number;
  /** ECS's own word on the newest deployment. */
  reason: string | undefined;
}

/** Reads a service's state from one DescribeServices answer; `now` is in milliseconds, by AWS's clock. */
export function serviceStatus(service: Service, now = Date.now()): ServiceStatus {
  const primary = primaryDeployment(service);
  const status = {
    running: service.runningCount ?? 0,
    desired: service.desiredCount ?? 0,
    pending: service.pendingCount ?? 0,
    failedTasks: primary?.failedTasks ?? 0,
    lostTasks: lostTasks(service, now),
    reason: primary?.rolloutStateReason,
  };
  return { ...status, health: health(service, status, now) };
}

function health(service: Service, counts: { running: number; desired: number }, now: number): ServiceHealth {
  if (service.status === 'DRAINING' || service.status === 'INACTIVE') return 'draining';
  const deployments = service.deployments ?? [];
  const primary = primaryDeployment(service);
  const state = primary && deploymentState(primary, service, now);
  if (state === 'failed') return 'failed';
  if (state === 'returning' || deployments.some((one) => deploymentState(one, service, now) === 'rolledBack')) {
    return 'rollingBack';
  }
  if (primary?.rolloutState === 'IN_PROGRESS' || deployments.length > 1) return 'deploying';
  if (counts.desired === 0 && counts.running === 0) return pausedState(service) ? 'paused' : 'stopped';
  if (counts.running > counts.desired) return 'scaling';
  return counts.running < counts.desired ? 'short' : 'steady';
}

/** Milliseconds that the tasks which a higher count asks for may take to run before they are called missing. */
const scalingTime = 120_000;

/** The state of a service whose desired count was raised at `grownAt`, epoch milliseconds: its tasks are not missing yet. */
export function whileScaling(status: ServiceStatus, grownAt: number, now: number): ServiceStatus {
  return status.health === 'short' && now - grownAt < scalingTime ? { ...status, health: 'scaling' } : status;
}

/** Whether tasks die over and over: one may have been lost with its host. */
export function keepsFailing(status: ServiceStatus): boolean {
  return status.lostTasks > 1 && status.desired > 0;
}

/** Whether something needs a person's eye. */
export function isTroubled(status: ServiceStatus): boolean {
  const isBad = status.health === 'failed' || status.health === 'rollingBack' || status.health === 'short';
  return isBad || status.failedTasks > 0 || keepsFailing(status);
}

/** The newest event, which says what ECS is doing about the service. */
export function lastEvent(service: Service): string | undefined {
  return service.events?.[0]?.message;
}
