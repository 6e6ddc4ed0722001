import { type Disposable, EventEmitter, type TreeDataProvider, type TreeView, window } from 'vscode';
import type { ViewId } from '../../manifest.ts';
import { RowView } from '../common/rowView.ts';
import type { Workbench } from '../common/workbench.ts';
import type { ExplorerTree } from './explorerTree.ts';
import type { ExplorerNode } from './nodes/node.ts';

const id: ViewId = 'ecs.explorer';

/** Puts the explorer into its view. The tree itself is loaded when VS Code first asks for rows. */
export function registerExplorer(workbench: Workbench, onFirstUse: () => void): Disposable[] {
  const changed = new EventEmitter<ExplorerNode | undefined>();
  let tree: Promise<ExplorerTree> | undefined;
  const load = async (): Promise<ExplorerTree> => {
    onFirstUse();
    const { openTree } = await import('./openTree.ts');
    return openTree(workbench, view, changed);
  };
  const treeDataProvider: TreeDataProvider<ExplorerNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (node) => (await (tree ??= load())).getChildren(node),
    getTreeItem: async (node) => (await (tree ??= load())).getTreeItem(node),
    resolveTreeItem: async (item, node) => (await (tree ??= load())).resolveTreeItem(item, node),
    getParent: (node) => node.parent,
  };
  const view: TreeView<ExplorerNode> = window.createTreeView(id, {
    treeDataProvider,
    showCollapseAll: true,
    canSelectMany: true,
  });
  workbench.own(RowView).view = view;
  return [changed, view, { dispose: () => void tree?.then((made) => made.dispose()) }];
}
