import type { EventEmitter, TreeView } from 'vscode';
import type { Workbench } from '../common/workbench.ts';
import { ExplorerTree } from './explorerTree.ts';
import type { ExplorerNode } from './nodes/node.ts';

/** The tree of the window, once its view was first seen. */
class OpenTree {
  tree: ExplorerTree | undefined;
}

/** Makes the one tree of the window. */
export function openTree(
  workbench: Workbench,
  view: TreeView<ExplorerNode>,
  changed: EventEmitter<ExplorerNode | undefined>,
): ExplorerTree {
  const tree = new ExplorerTree(workbench, view);
  tree.onDidChange((node) => changed.fire(node));
  workbench.own(OpenTree).tree = tree;
  return tree;
}

/** The tree, for commands; undefined before its view was first seen. */
export function openedTree(workbench: Workbench): ExplorerTree | undefined {
  return workbench.own(OpenTree).tree;
}
