import { l10n, Uri, window } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { logsDocuments } from '../logsDocuments.ts';

export function failure(): string {
  return l10n.t('No more logs were loaded.');
}

/** Load More Logs: of the given log document, or of the one in the active editor. */
export async function run(workbench: Workbench, address?: unknown, lines?: unknown): Promise<void> {
  const uri = address instanceof Uri ? address : window.activeTextEditor?.document.uri;
  if (uri) await logsDocuments(workbench).loadMore(uri, typeof lines === 'number' ? lines : undefined);
}
