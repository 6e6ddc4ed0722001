import { l10n } from 'vscode';
import { targetOf } from '../../common/targets.ts';
import type { Workbench } from '../../common/workbench.ts';
import { logStreams } from '../logStreams.ts';
import { pickScope } from './scopePicker.ts';
import { scopeOf } from '../scopeOf.ts';

export function failure(): string {
  return l10n.t('The logs cannot be followed.');
}

/** Stream Logs: of the node it was called on, or of what the person picks. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const target = targetOf(node);
  const connection = target?.connection ?? (await workbench.connections.active());
  const scope = target ? scopeOf(target) : await pickScope(connection);
  await logStreams(workbench).open(scope, connection);
}
