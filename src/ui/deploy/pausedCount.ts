import type { Service } from '@aws-sdk/client-ecs';

/** The tag that keeps a paused service's desired count. */
export const pausedCountTag = 'ecs-workbench:paused-desired-count';

/** The count that a service had before it was paused, or undefined when it is not paused. */
export function pausedCount({ tags = [] }: Service): number | undefined {
  const value = tags.find((tag) => tag.key === pausedCountTag)?.value;
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}
