import { l10n } from 'vscode';
import { deleteRevision } from '../../../aws/change/revision.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import type { Workbench } from '../../common/workbench.ts';
import { carryOutSteps, type ChangeStep } from '../../common/change/changeSteps.ts';
import { confirmDeletion } from '../../common/change/confirmDeletion.ts';
import { unusedRevisions } from './unusedRevisions.ts';
import { showInformation } from '../../common/messages.ts';

export const failure = (): string => l10n.t('The revisions were not deleted.');

/** Deletes inactive revisions for good, none that is in use, after the name of the first was typed. */
export async function run(workbench: Workbench, node?: unknown, selected?: unknown): Promise<void> {
  const { connection, arns } = await unusedRevisions(node, selected);
  const names = arns.map(familyRevision);
  const consent = await confirmDeletion(names[0] ?? '', {
    connection,
    operation: 'DeleteTaskDefinitions',
    question: l10n.t('Delete {0}?', names.join(', ')),
    resource: l10n.t('task definition {0}', names.join(', ')),
    changes: [l10n.t('A deleted revision cannot be brought back, and its number is not used again.')],
    action: l10n.t('Delete'),
  });
  const title = l10n.t('Deleting {0}', names.join(', '));
  const steps = arns.map((arn): ChangeStep => ({
    holds: l10n.t('{0} is deleted.', familyRevision(arn)),
    lacks: l10n.t('{0} is there.', familyRevision(arn)),
    run: (session, signal) => deleteRevision(session, arn, consent, signal),
  }));
  const isDone = await carryOutSteps(connection, title, steps).finally(() =>
    workbench.refreshRequests.fire({ row: node, gone: true }),
  );
  if (!isDone) return;
  void showInformation(l10n.t('{0} is being deleted.', names.join(', ')));
}
