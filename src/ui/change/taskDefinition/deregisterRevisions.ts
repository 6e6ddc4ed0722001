import { l10n, window } from 'vscode';
import { deregisterRevision } from '../../../aws/change/revision.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { confirmChange } from '../../common/confirmChange.ts';
import type { Workbench } from '../../common/workbench.ts';
import { unusedRevisions } from './unusedRevisions.ts';

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
  for (const arn of arns) await deregisterRevision(connection, arn, consent);
  workbench.refreshRequests.fire({ row: node, gone: true });
  void window.showInformationMessage(l10n.t('{0} is inactive now.', names));
}
