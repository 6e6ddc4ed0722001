import type { ServiceDeploymentBrief } from '@aws-sdk/client-ecs';

/** Milliseconds by which the two places in which ECS shows a deployment may differ about its beginning. */
const tolerance = 60_000;

/**
 * The entry of the history that began when the deployment did; nothing else links the two. `others` are the beginnings
 * of the service's other deployments: an entry that is nearer to one of them is that one's, and ours is not shown yet.
 */
export function recordOf(
  briefs: readonly ServiceDeploymentBrief[],
  createdAt: Date,
  others: readonly Date[] = [],
): ServiceDeploymentBrief | undefined {
  const between = (brief: ServiceDeploymentBrief, date: Date): number =>
    Math.abs((brief.createdAt ?? new Date(0)).getTime() - date.getTime());
  const distance = (brief: ServiceDeploymentBrief): number => between(brief, createdAt);
  const [nearest] = [...briefs].sort((a, b) => distance(a) - distance(b));
  if (!nearest || distance(nearest) > tolerance) return undefined;
  return others.some((other) => between(nearest, other) < distance(nearest)) ? undefined : nearest;
}

/** The deployment that is under way, if any: at most one of a service's is. */
export function runningRecord(briefs: readonly ServiceDeploymentBrief[]): ServiceDeploymentBrief | undefined {
  return briefs.find(({ status }) => status === 'PENDING' || status === 'IN_PROGRESS');
}
