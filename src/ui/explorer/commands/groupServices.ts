import { CancellationError, l10n, window } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { changeChoices, currentChoices } from './changeChoices.ts';
import type { Grouping } from '../nodes/treeOptions.ts';

export const failure = (): string => l10n.t('The grouping was not changed.');

/** Asks whether services are grouped by the beginning of their names. */
export async function run(workbench: Workbench): Promise<void> {
  const { grouping: current } = currentChoices(workbench);
  const labels: Record<Grouping, string> = {
    auto: l10n.t('Where there are more than a hundred'),
    on: l10n.t('Always'),
    off: l10n.t('Never'),
  };
  const items = (Object.keys(labels) as Grouping[]).map((grouping) => ({
    label: labels[grouping],
    description: grouping === current ? l10n.t('current') : undefined,
    grouping,
  }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Group Services by Name') });
  if (!picked) throw new CancellationError();
  await changeChoices(workbench, { grouping: picked.grouping });
}
