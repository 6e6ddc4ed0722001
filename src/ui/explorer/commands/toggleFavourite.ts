import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { changeChoices, currentChoices } from './changeChoices.ts';
import { chosenResources } from '../../common/chosenResources.ts';
import { arnOfResource } from '../../common/resource.ts';

export const failure = (): string => l10n.t('The favourites were not changed.');

/** Puts clusters and services on top, or back into their order. */
export async function run(workbench: Workbench, node?: unknown, selected?: unknown): Promise<void> {
  const favourites = new Set(currentChoices(workbench).favourites);
  for (const resource of chosenResources(node, selected)) {
    const arn = arnOfResource(resource);
    if (arn === undefined || (resource.kind !== 'cluster' && resource.kind !== 'service')) continue;
    if (!favourites.delete(arn)) favourites.add(arn);
  }
  await changeChoices(workbench, { favourites: [...favourites] });
}
