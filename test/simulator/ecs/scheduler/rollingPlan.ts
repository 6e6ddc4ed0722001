import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';

/** Where a rolling deployment stands. */
export interface RollingCounts {
  desired: number;
  minimumHealthyPercent: number;
  maximumPercent: number;
  /** Wanted tasks of the new deployment, pending or running. */
  primary: number;
  /** Wanted tasks of all deployments. */
  total: number;
  /** Healthy tasks of all deployments. */
  healthy: number;
  oldHealthy: number;
  oldUnhealthy: number;
}

export interface RollingPlan {
  start: number;
  stopOld: number;
}

/** How many new tasks may start and how many old ones may stop now without leaving the service's bounds. */
export function planRolling(counts: RollingCounts): RollingPlan {
  const { desired } = counts;
  const lower = Math.ceil((desired * counts.minimumHealthyPercent) / 100);
  const upper = Math.floor((desired * counts.maximumPercent) / 100);
  const start = Math.max(0, Math.min(desired - counts.primary, upper - counts.total));
  const spare = Math.max(0, counts.healthy - lower);
  const stopOld = counts.oldUnhealthy + Math.min(counts.oldHealthy, spare);
  return { start, stopOld };
}

export function bounds(
  configuration: DeploymentConfiguration,
  daemon: boolean,
): { minimumHealthyPercent: number; maximumPercent: number } {
  return {
    minimumHealthyPercent: configuration.minimumHealthyPercent ?? (daemon ? 0 : 100),
    maximumPercent: configuration.maximumPercent ?? (daemon ? 100 : 200),
  };
}
