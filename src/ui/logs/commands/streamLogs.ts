import { l10n } from 'vscode';
import { resourceOf } from '../../common/resource.ts';
import type { Workbench } from '../../common/workbench.ts';
import { logStreams } from '../logStreams.ts';
import { pickScope } from './scopePicker.ts';
import { scopeOf } from '../scopeOf.ts';

export function failure(): string {
  return l10n.t('The logs cannot be followed.');
}

/** Stream Logs: of the node it was called on, or of what the person picks. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const resource = resourceOf(node);
  const connection = resource?.connection ?? (await workbench.connections.active());
  const scope = scopeOf(resource) ?? (await pickScope(connection));
  await logStreams(workbench).open(scope, connection);
}
