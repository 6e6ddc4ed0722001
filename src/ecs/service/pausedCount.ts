import type { Service } from '@aws-sdk/client-ecs';

/** The tag that keeps a paused service's desired count. */
export const pausedCountTag = 'ecs-workbench:paused-desired-count';

/** What a service had before it was paused. */
export interface PausedState {
  count: number;
  /** Auto scaling was suspended by somebody already, and is to stay so. */
  keepsSuspension: boolean;
}

/** The tag's value: the count, and a word where auto scaling is to stay suspended. */
export function pausedValue({ count, keepsSuspension }: PausedState): string {
  return keepsSuspension ? `${count} scaling-stays-suspended` : String(count);
}

/** What a service had before it was paused, or undefined when it is not paused. */
export function pausedState({ tags = [] }: Service): PausedState | undefined {
  const value = tags.find((tag) => tag.key === pausedCountTag)?.value ?? '';
  const [, count, rest] = /^(\d{1,6})( scaling-stays-suspended)?$/.exec(value) ?? [];
  return count === undefined ? undefined : { count: Number(count), keepsSuspension: rest !== undefined };
}
