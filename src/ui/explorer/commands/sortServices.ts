import { CancellationError, l10n, window } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { changeChoices, currentChoices } from './changeChoices.ts';
import type { SortOrder } from '../nodes/treeOptions.ts';

export const failure = (): string => l10n.t('The order was not changed.');

/** Asks for the order of services. */
export async function run(workbench: Workbench): Promise<void> {
  const { sort: current } = currentChoices(workbench);
  const labels: Record<SortOrder, string> = {
    name: l10n.t('By name'),
    status: l10n.t('By status, what needs a look first'),
    newest: l10n.t('By last deployment, newest first'),
  };
  const items = (Object.keys(labels) as SortOrder[]).map((sort) => ({
    label: labels[sort],
    description: sort === current ? l10n.t('current') : undefined,
    sort,
  }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Sort Services') });
  if (!picked) throw new CancellationError();
  await changeChoices(workbench, { sort: picked.sort });
}
