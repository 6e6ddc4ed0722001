import { CancellationError, l10n, window } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchFamilies } from '../../../aws/read/taskDefinitions.ts';

/** Asks for a family of task definitions; what is wanted of it is its latest revision. */
export async function pickFamily(connection: Connection, title: string): Promise<string> {
  const placeHolder = l10n.t('Family; its latest revision is run');
  const picked = await window.showQuickPick(fetchFamilies(connection), { title, placeHolder });
  if (picked === undefined) throw new CancellationError();
  return picked;
}
