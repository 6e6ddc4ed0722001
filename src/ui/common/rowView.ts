import type { TreeView } from 'vscode';

/** The view whose rows have menus, once it is there. */
export class RowView {
  view: Pick<TreeView<unknown>, 'selection' | 'onDidChangeSelection'> | undefined;
}
