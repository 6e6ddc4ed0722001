import type { Service } from '@aws-sdk/client-ecs';

/** The revision that a deployment under way takes the place of: the service still shows it. Undefined where none is older. */
export function olderRevision({ deployments = [], taskDefinition }: Service): string | undefined {
  const older = deployments.find((one) => one.status === 'ACTIVE' && one.rolloutState !== 'FAILED');
  return older?.taskDefinition === taskDefinition ? undefined : older?.taskDefinition;
}
