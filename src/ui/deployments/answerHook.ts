import { l10n } from 'vscode';
import { answerLifecycleHook } from '../../aws/change/deployment.ts';
import { plainWords } from '../../ecs/text/plainWords.ts';
import { changedService } from '../common/change/changedService.ts';
import { carryOut } from '../common/change/carryOut.ts';
import { confirmChange } from '../common/change/confirmChange.ts';
import { UserError } from '../common/userError.ts';
import type { FollowedDeployment } from './followedDeployment.ts';

/** Asks, then lets a paused deployment go on, or has it rolled back. */
export async function answerHook(
  { connection, deployment, last }: FollowedDeployment,
  hookId: string,
  action: 'CONTINUE' | 'ROLLBACK',
): Promise<void> {
  const { serviceName, revision, clusterArn, arn } = deployment;
  if (!arn) throw new UserError(l10n.t('The deployment of {0} is not in the history of the service yet.', serviceName));
  const goOn = action === 'CONTINUE';
  const stage = plainWords(last?.record?.lifecycleStage ?? '');
  const consent = await confirmChange({
    connection,
    operation: 'ContinueServiceDeployment',
    question: goOn
      ? l10n.t('Continue the deployment of {0} to {1}?', revision, serviceName)
      : l10n.t('Roll the deployment of {0} to {1} back?', revision, serviceName),
    ...changedService({ clusterArn, serviceName }),
    changes: [
      l10n.t('It is paused at {0}.', stage),
      goOn
        ? l10n.t('It goes on with the next stage.')
        : l10n.t('It is stopped, and ECS returns to the revision before.'),
    ],
    action: goOn ? l10n.t('Continue') : l10n.t('Roll Back'),
  });
  // From now on a rollback is what was wanted, not a failure.
  await carryOut(
    connection,
    goOn ? l10n.t('Continuing {0}', serviceName) : l10n.t('Rolling back {0}', serviceName),
    (session, signal) => answerLifecycleHook(session, { deployment: arn, hookId, action }, consent, signal),
  );
  if (!goOn) deployment.intent = 'rollBack';
}
