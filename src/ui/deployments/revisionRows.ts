import type { Deployment } from '@aws-sdk/client-ecs';
import * as l10n from '@vscode/l10n';
import { familyRevision } from '../../ecs/arn.ts';
import type { Rollout } from '../../ecs/deployment/rollout.ts';
import type { DeploymentSummary } from './deploymentSummary.ts';
import { html, type Html } from './html.ts';

/** The deployments of the service. The one that the view is about has its row also when the service has dropped it. */
export function revisionRows(facts: DeploymentSummary): Html[] {
  const { sample, deployment } = facts;
  const shown = sample.service?.deployments ?? [];
  const isShown = shown.some(({ id }) => id === deployment.deploymentId);
  const dropped = isShown || sample.rollout.state === 'inProgress' ? [] : [droppedRow(facts)];
  return [...dropped, ...shown.map((one) => deploymentRow(one, facts))];
}

function deploymentRow(one: Deployment, { deployment, sample }: DeploymentSummary): Html {
  const isOwn = one.id === deployment.deploymentId;
  return html`<tr class="${isOwn ? 'new' : 'old'}">
    <td>${familyRevision(one.taskDefinition ?? '')}</td>
    <td>${isOwn ? l10n.t('this deployment') : roleText(one, sample.rollout)}</td>
    <td>${one.desiredCount ?? 0}</td>
    <td>${one.runningCount ?? 0}</td>
    <td>${one.pendingCount ?? 0}</td>
    <td>${one.failedTasks ?? 0}</td>
    <td title="${one.rolloutStateReason ?? ''}">${stateText(one.rolloutState)}</td>
  </tr>`;
}

/** A service forgets a deployment that failed as soon as its tasks are gone; its history keeps the counts. */
function droppedRow({ deployment, sample, lastSeen }: DeploymentSummary): Html {
  const { record, rollout } = sample;
  const target = record?.targetServiceRevision;
  const failed = record?.deploymentCircuitBreaker?.failureCount ?? lastSeen?.failedTasks;
  return html`<tr class="new">
    <td>${deployment.revision}</td>
    <td>${l10n.t('this deployment')}</td>
    <td>0</td>
    <td>${target?.runningTaskCount ?? 0}</td>
    <td>${target?.pendingTaskCount ?? 0}</td>
    <td>${failed ?? '–'}</td>
    <td title="${record?.statusReason ?? ''}">${endedText(rollout)}</td>
  </tr>`;
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
