import type { Deployment } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { familyRevision } from '../../../ecs/arn.ts';
import type { Rollout } from '../../../ecs/deployment/rollout.ts';
import type { DeploymentSummary } from './deploymentSummary.ts';
import type { RevisionRow } from './deploymentProtocol.ts';

/** The deployments of the service. The one that the view is about has its row also when the service has dropped it. */
export function revisionRows(facts: DeploymentSummary): RevisionRow[] {
  const { sample, deployment } = facts;
  const shown = sample.service?.deployments ?? [];
  const isShown = shown.some(({ id }) => id === deployment.deploymentId);
  const dropped = isShown || sample.rollout.state === 'inProgress' ? [] : [droppedRow(facts)];
  return [...dropped, ...shown.map((one) => deploymentRow(one, facts))];
}

function deploymentRow(one: Deployment, { deployment, sample }: DeploymentSummary): RevisionRow {
  const isOwn = one.id === deployment.deploymentId;
  return {
    isOwn,
    cells: [
      familyRevision(one.taskDefinition ?? ''),
      isOwn ? l10n.t('this deployment') : roleText(one, sample.rollout),
      one.desiredCount ?? 0,
      one.runningCount ?? 0,
      one.pendingCount ?? 0,
      one.failedTasks ?? 0,
    ],
    state: stateText(one.rolloutState),
    reason: one.rolloutStateReason ?? '',
  };
}

/** A service forgets a deployment that failed as soon as its tasks are gone; its history keeps the counts. */
function droppedRow({ deployment, sample, lastSeen }: DeploymentSummary): RevisionRow {
  const { record, rollout } = sample;
  const target = record?.targetServiceRevision;
  const failed = record?.deploymentCircuitBreaker?.failureCount ?? lastSeen?.failedTasks;
  return {
    isOwn: true,
    cells: [
      deployment.revision,
      l10n.t('this deployment'),
      0,
      target?.runningTaskCount ?? 0,
      target?.pendingTaskCount ?? 0,
      failed ?? '–',
    ],
    state: endedText(rollout),
    reason: record?.statusReason ?? '',
  };
}

function roleText({ status }: Deployment, rollout: Rollout): string {
  if (status === 'PRIMARY') return rollout.state === 'rolledBack' ? l10n.t('returned to') : l10n.t('newest');
  return status === 'ACTIVE' ? l10n.t('being replaced') : (status ?? '');
}

function stateText(state: string | undefined): string {
  switch (state) {
    case 'IN_PROGRESS':
      return l10n.t('in progress');
    case 'COMPLETED':
      return l10n.t('completed');
    case 'FAILED':
      return l10n.t('failed');
    default:
      return state ?? '';
  }
}

function endedText({ state }: Rollout): string {
  switch (state) {
    case 'rolledBack':
      return l10n.t('rolled back');
    case 'replaced':
      return l10n.t('replaced');
    case 'failed':
      return l10n.t('failed');
    default:
      return '';
  }
}
