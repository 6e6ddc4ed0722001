import { l10n } from 'vscode';
import type { Workbench } from '../../common/workbench.ts';
import { ExplorerNode } from '../nodes/node.ts';
import { openedTree } from '../openTree.ts';

export const failure = (): string => l10n.t('The stopped tasks were not forgotten.');

/** Forgets the stopped tasks that were seen, of the row's connection or of all that are shown. */
export async function run(workbench: Workbench, node?: unknown): Promise<void> {
  const tree = openedTree(workbench);
  if (!tree) return;
  const connections =
    node instanceof ExplorerNode
      ? [node.openConnection]
      : tree.model.connections.map((connection) => connection.openConnection);
  for (const connection of connections) if (connection) tree.stopped.clear(connection.spec.id);
  tree.model.choose({});
}
