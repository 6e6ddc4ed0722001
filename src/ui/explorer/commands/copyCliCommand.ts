import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { chosenResources } from '../../common/chosenResources.ts';
import { cliCommand } from './cliCommand.ts';
import { copyLines } from './copyLines.ts';

export const failure = (): string => l10n.t('Nothing was copied.');

/** Copies the AWS CLI's commands that show the same as the rows, one a line. */
export async function run(_workbench: Workbench, node?: unknown, selected?: unknown): Promise<void> {
  await copyLines(chosenResources(node, selected).map(cliCommand));
}
