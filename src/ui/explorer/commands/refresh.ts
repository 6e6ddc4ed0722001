import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';

export const failure = (): string => l10n.t('The view was not refreshed.');

/** Loads the given rows anew, or everything. Credentials and config files are read anew then, too. */
export async function run(workbench: Workbench, node?: unknown, selected?: unknown): Promise<void> {
  if (node === undefined) return workbench.connections.retry();
  for (const one of Array.isArray(selected) && selected.length > 0 ? (selected as unknown[]) : [node]) {
    workbench.refreshRequests.fire({ row: one });
  }
}
