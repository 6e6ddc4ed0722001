import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { changeChoices } from './changeChoices.ts';

export const failure = (): string => l10n.t('The filter was not changed.');

/** Shows all rows again. */
export async function run(workbench: Workbench): Promise<void> {
  await changeChoices(workbench, { filter: '', troubledOnly: false });
}
