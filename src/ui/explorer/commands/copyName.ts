import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { chosenResources } from '../../common/chosenResources.ts';
import { copyLines } from './copyLines.ts';
import { nameOfResource } from '../../common/resource.ts';

export const failure = (): string => l10n.t('Nothing was copied.');

/** Copies the names of rows, one a line. */
export async function run(_workbench: Workbench, node?: unknown, selected?: unknown): Promise<void> {
  await copyLines(chosenResources(node, selected).map(nameOfResource));
}
