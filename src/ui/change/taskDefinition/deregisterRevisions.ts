import { l10n } from 'vscode';
import { deregisterRevision } from '../../../aws/change/revision.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { carryOutSteps, type ChangeStep } from '../../common/change/changeSteps.ts';
import { confirmChange } from '../../common/change/confirmChange.ts';
import type { Workbench } from '../../common/workbench.ts';
import { unusedRevisions } from './unusedRevisions.ts';
import { showInformation } from '../../common/messages.ts';

export const failure = (): string => l10n.t('The revisions were not deregistered.');

/** Makes revisions inactive, none that is in use. */
export async function run(workbench: Workbench, node?: unknown, selected?: unknown): Promise<void> {
  const { connection, arns } = await unusedRevisions(node, selected);
  const names = arns.map(familyRevision).join(', ');
  const consent = await confirmChange({
    connection,
    operation: 'DeregisterTaskDefinition',
    question: l10n.t('Deregister {0}?', names),
    resource: l10n.t('task definition {0}', names),
    changes: [l10n.t('No service or task uses it. Nothing new can be started with an inactive revision.')],
    action: l10n.t('Deregister'),
  });
  const title = l10n.t('Deregistering {0}', names);
  const steps = arns.map((arn): ChangeStep => ({
    holds: l10n.t('{0} is inactive.', familyRevision(arn)),
    lacks: l10n.t('{0} is active.', familyRevision(arn)),
    run: (session, signal) => deregisterRevision(session, arn, consent, signal),
  }));
  const isDone = await carryOutSteps(connection, title, steps).finally(() =>
    workbench.refreshRequests.fire({ row: node, gone: true }),
  );
  if (!isDone) return;
  void showInformation(l10n.t('{0} is inactive now.', names));
}
