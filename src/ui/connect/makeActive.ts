import { l10n } from 'vscode';
import type { Workbench } from '../common/workbench.ts';
import { makeChoiceActive, rootOf } from './chooseConnection.ts';
import { run as selectConnection } from './selectConnection.ts';

export const failure = (): string => l10n.t('The connection was not changed.');

/** Has palette commands, CodeLens and live values use the connection of a row. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const root = rootOf(node);
  if (root) await makeChoiceActive(workbench, root);
  else await selectConnection(workbench);
}
