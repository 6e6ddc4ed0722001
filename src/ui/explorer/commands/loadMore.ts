import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { FamilyNode } from '../nodes/familyNode.ts';
import { ExplorerNode } from '../nodes/node.ts';

export const failure = (): string => l10n.t('No more rows were read.');

/** Reads the next page of what the chosen row stands at the end of. */
export async function run(_workbench: Workbench, row?: unknown): Promise<void> {
  const node = row instanceof ExplorerNode ? row : undefined;
  if (node?.parent instanceof FamilyNode) await node.parent.loadMore();
}
