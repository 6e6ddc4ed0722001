import { l10n } from 'vscode';
import type { RolloutSample } from '../../aws/watch/watchRollout.ts';
import { familyRevision } from '../../ecs/arn.ts';
import { waitingHook } from '../../ecs/deployment/lifecycle.ts';
import { plainWords } from '../../ecs/text/plainWords.ts';
import type { Rollout } from '../../ecs/deployment/rollout.ts';
import { lastEvent } from '../../ecs/service/serviceStatus.ts';
import type { PendingDeployment } from './pendingDeployments.ts';

/** Where a deployment stands, in a few words for the status bar. */
export function progressText({ rollout, record }: RolloutSample): string {
  if (rollout.state === 'rolledBack') return l10n.t('rolling back');
  if (rollout.state !== 'inProgress') return '';
  const { running, desired, pending, failed } = rollout;
  const parts = [l10n.t('{0} of {1} running', running, desired)];
  if (pending > 0) parts.push(l10n.t('{0} starting', pending));
  if (failed > 0) parts.push(l10n.t('{0} failed', failed));
  if (record?.lifecycleStage) parts.push(plainWords(record.lifecycleStage));
  if (record && waitingHook(record)) parts.push(l10n.t('waiting for your answer'));
  return parts.join(', ');
}

/** Whether a deployment ended as the person wanted it. */
export function isSuccess(rollout: Rollout, { intent }: PendingDeployment): boolean {
  return intent === 'rollBack' ? rollout.state === 'rolledBack' : rollout.state === 'completed';
}

/** How a deployment ended, in one sentence or two. */
export function endText({ rollout, service }: RolloutSample, deployment: PendingDeployment): string {
  const { serviceName, revision, intent } = deployment;
  switch (rollout.state) {
    case 'completed':
      if (intent === 'rollBack') {
        return l10n.t('{0} was not rolled back: its deployment of {1} completed first.', serviceName, revision);
      }
      return l10n.t('{0} runs {1}: deployment completed.', serviceName, revision);
    case 'failed':
      if (intent === 'rollBack')
        return stoppedText(deployment, rollout.reason ?? (service && lastEvent(service)) ?? '');
      return l10n.t(
        'Deployment of {0} to {1} failed. {2}',
        revision,
        serviceName,
        rollout.reason ?? (service && lastEvent(service)) ?? '',
      );
    case 'rolledBack':
      return rolledBackText(rollout, deployment, (service && lastEvent(service)) ?? '');
    case 'replaced':
      return l10n.t(
        'Deployment of {0} to {1} was replaced by another deployment ({2}).',
        revision,
        serviceName,
        familyRevision(rollout.by ?? ''),
      );
    case 'serviceGone':
      return l10n.t('Service {0} was deleted while {1} was being deployed.', serviceName, revision);
    case 'inProgress':
      return l10n.t('Deployment of {0} to {1} goes on.', revision, serviceName);
  }
}

/** A rollback that led nowhere: of the first deployment there is nothing to return to. */
function stoppedText({ revision, serviceName }: PendingDeployment, reason: string): string {
  return l10n
    .t(
      'The deployment of {0} to {1} was stopped, but ECS could not return to an earlier revision. {2}',
      revision,
      serviceName,
      reason,
    )
    .trim();
}

function rolledBackText(
  { to = '', reason }: Extract<Rollout, { state: 'rolledBack' }>,
  { intent, revision, serviceName }: PendingDeployment,
  event: string,
): string {
  if (intent === 'rollBack') return l10n.t('{0} is rolled back to {1}.', serviceName, familyRevision(to));
  return l10n.t(
    'Deployment of {0} to {1} failed and was rolled back to {2}. {3}',
    revision,
    serviceName,
    familyRevision(to),
    reason ?? event,
  );
}
