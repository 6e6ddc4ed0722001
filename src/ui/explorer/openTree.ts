import type { EventEmitter, TreeView } from 'vscode';
import type { Workbench } from '../common/workbench.ts';
import { ExplorerTree } from './explorerTree.ts';
import type { ExplorerNode } from './nodes/node.ts';

let opened: ExplorerTree | undefined;

/** Makes the one tree of the window. */
export function openTree(
  workbench: Workbench,
  view: TreeView<ExplorerNode>,
  changed: EventEmitter<ExplorerNode | undefined>,
): ExplorerTree {
  const tree = new ExplorerTree(workbench, view);
  tree.onDidChange((node) => changed.fire(node));
  opened = tree;
  return tree;
}

/** The tree, for commands; undefined before its view was first seen. */
export function openedTree(): ExplorerTree | undefined {
  return opened;
}
