import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { changeChoices, currentChoices } from './changeChoices.ts';
import { chosenSubjects } from '../../common/chosenSubjects.ts';
import { arnOfSubject } from '../../common/subject.ts';

export const failure = (): string => l10n.t('The favourites were not changed.');

/** Puts clusters and services on top, or back into their order. */
export async function run(workbench: Workbench, node?: unknown, selected?: unknown): Promise<void> {
  const favourites = new Set(currentChoices(workbench).favourites);
  for (const subject of chosenSubjects(node, selected)) {
    const arn = arnOfSubject(subject);
    if (arn === undefined || (subject.kind !== 'cluster' && subject.kind !== 'service')) continue;
    if (!favourites.delete(arn)) favourites.add(arn);
  }
  await changeChoices(workbench, { favourites: [...favourites] });
}
