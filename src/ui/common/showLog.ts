import { l10n } from 'vscode';
import type { Workbench } from './workbench.ts';

export const failure = (): string => l10n.t('The log cannot be shown.');

/** Shows the extension's own log. */
export async function run(workbench: Workbench): Promise<void> {
  workbench.log.show();
}
