import type { StopDiagnosis } from '../../ecs/diagnosis/stopDiagnosis.ts';
import { tasksText } from '../common/countText.ts';

/** Failures of one cause, at least one. */
export type Group<Failure> = readonly [Failure, ...Failure[]];

/** Failures by their cause, in the order in which the causes come up; without a known one, by ECS's words. */
export function groupFailures<Failure extends Pick<StopDiagnosis, 'cause' | 'reason'>>(
  failures: readonly Failure[],
): Group<Failure>[] {
  const groups = new Map<string, Failure[]>();
  for (const failure of failures) {
    const key = failure.cause ?? failure.reason;
    groups.set(key, [...(groups.get(key) ?? []), failure]);
  }
  return [...groups.values()].map(([first, ...rest]) => [first!, ...rest]);
}

/** `3 tasks: image not found`. */
export function groupTitle(group: Group<Pick<StopDiagnosis, 'cause' | 'reason'>>): string {
  return `${tasksText(group.length)}: ${group[0].cause ?? group[0].reason}`;
}
