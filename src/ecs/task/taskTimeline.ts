import type { Task } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';

/** One step of the life of a task, and how long it took to the next one that ECS has a time for. */
export interface TimelineStep {
  at: Date;
  text: string;
  tookMs: number | undefined;
}

/**
 * The steps of a task's life that ECS has a time for, in their order.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html
 */
export function taskTimeline(task: Task): TimelineStep[] {
  const moments: readonly (readonly [Date | undefined, string])[] = [
    [task.createdAt, l10n.t('Created: a place and a network interface are prepared')],
    [task.connectivityAt, l10n.t('Connected to its network')],
    [task.pullStartedAt, l10n.t('Images are pulled')],
    [task.pullStoppedAt, l10n.t('Images are there; containers start')],
    [task.startedAt, l10n.t('Running')],
    [task.stoppingAt, l10n.t('Stopping')],
    [task.executionStoppedAt, l10n.t('All containers have ended')],
    [task.stoppedAt, l10n.t('Stopped')],
  ];
  const known = moments
    .flatMap(([at, text]) => (at ? [{ at, text }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  return known.map(({ at, text }, index) => {
    const next = known[index + 1]?.at;
    return { at, text, tookMs: next && next.getTime() - at.getTime() };
  });
}
