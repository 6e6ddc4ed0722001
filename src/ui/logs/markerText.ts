import type { Task } from '@aws-sdk/client-ecs';
import { l10n } from 'vscode';
import { familyRevision, shortTaskId } from '../../ecs/arn.ts';
import { stopText } from '../../ecs/diagnosis/stopDiagnosis.ts';
import type { ForeignLog } from '../../logs/sources/containerLog.ts';
import type { Marker, PollingReason } from '../../logs/marker.ts';
import { describeError } from '../common/reportError.ts';

/** A marker in a sentence, or undefined when it is nothing to tell. */
export function markerText(marker: Marker): string | undefined {
  switch (marker.kind) {
    case 'started':
      return [l10n.t('Task {0} is running', taskName(marker.task)), revisionName(marker.task)]
        .filter(Boolean)
        .join(' · ');
    case 'stopping':
      return withReason(l10n.t('Task {0} is stopping', taskName(marker.task)), marker.task);
    case 'stopped':
      return withReason(l10n.t('Task {0} has stopped', taskName(marker.task)), marker.task);
    case 'revision':
      return l10n.t('Revision changes: {0} → {1}', familyRevision(marker.from), familyRevision(marker.to));
    case 'foreign':
      return foreignText(marker.log);
    case 'lostRevision':
      return l10n.t('{0} was deleted: where its containers log cannot be told', familyRevision(marker.revision));
    case 'earlier':
      return l10n.t('There are earlier lines: “ECS: Show Earlier Logs” opens them');
    case 'nothingToRead':
      return l10n.t('Nothing to read yet: no container writes to CloudWatch Logs');
    case 'finished':
      return l10n.t('The task has ended; these were its last lines');
    case 'live':
      return undefined;
    case 'polling':
      return l10n.t('{0}: reading by polling, {1}', marker.group, pollingText[marker.reason]());
    case 'trouble':
      return `${where(marker.group)}${describeError(marker.error).message} ${l10n.t('Trying again…')}`;
    case 'recovered':
      return l10n.t('{0}Connected again; no line was lost', where(marker.group));
    case 'gaveUp':
      return l10n.t('{0}{1} Not read any further', where(marker.group), describeError(marker.error).message);
  }
}

const pollingText: Record<PollingReason, () => string> = {
  denied: () => l10n.t('because live tail is not allowed (logs:StartLiveTail)'),
  limit: () => l10n.t('because the account has no live-tail session left'),
  sampled: () => l10n.t('because live tail shows only a sample at this rate; nothing is left out'),
  unsupported: () => l10n.t('because live tail is not available here'),
  unreachable: () => l10n.t('because live tail cannot be reached'),
};

function where(group: string): string {
  return group ? `${group}: ` : '';
}

function taskName(task: Task): string {
  return shortTaskId(task.taskArn ?? '');
}

function revisionName(task: Task): string {
  return familyRevision(task.taskDefinitionArn ?? '');
}

function withReason(sentence: string, task: Task): string {
  return [sentence, revisionName(task), ...stopText(task)].filter(Boolean).join(' · ');
}

function foreignText({ container, driver, nearest }: ForeignLog): string {
  const fact = driver
    ? l10n.t('Container {0} logs through “{1}”, which CloudWatch Logs does not hold', container, driver)
    : l10n.t('Container {0} has no log driver in its task definition', container);
  return nearest ? l10n.t('{0}; its log router {1} writes to {2}', fact, nearest.container, nearest.group) : fact;
}
