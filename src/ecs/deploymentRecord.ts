import type { ServiceDeploymentBrief } from '@aws-sdk/client-ecs';

/** Milliseconds by which the two places in which ECS shows a deployment may differ about its beginning. */
const tolerance = 60_000;

/** The entry of the history that began when the deployment did; nothing else links the two. */
export function recordOf(
  briefs: readonly ServiceDeploymentBrief[],
  createdAt: Date,
): ServiceDeploymentBrief | undefined {
  const distance = (brief: ServiceDeploymentBrief): number =>
    Math.abs((brief.createdAt ?? new Date(0)).getTime() - createdAt.getTime());
  const [nearest] = [...briefs].sort((a, b) => distance(a) - distance(b));
  return nearest && distance(nearest) <= tolerance ? nearest : undefined;
}

/** The deployment that is under way, if any: at most one of a service's is. */
export function runningRecord(briefs: readonly ServiceDeploymentBrief[]): ServiceDeploymentBrief | undefined {
  return briefs.find(({ status }) => status === 'PENDING' || status === 'IN_PROGRESS');
}
