import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { changeChoices, currentChoices } from './changeChoices.ts';

export const failure = (): string => l10n.t('The filter was not changed.');

/** Leaves out the services that are well, or shows them again. */
export async function run(workbench: Workbench): Promise<void> {
  await changeChoices(workbench, { troubledOnly: !currentChoices(workbench).troubledOnly });
}
