import { setTimeout as delay } from 'node:timers/promises';
import { commands, l10n } from 'vscode';
import { type CommandId, rowCommands, type ViewId } from '../../manifest.ts';
import type { RowView } from './rowView.ts';
import { UserError } from './userError.ts';

const view: ViewId = 'ecs.explorer';

/** Not listed among commands: VS Code calls it at our request alone. */
const takeRow = '_ecs.takeFocusedRow';

/** Milliseconds between two looks for the row, and how many there are: on a busy machine rows take seconds to be drawn. */
const pause = 50;
const looks = 300;

/**
 * The row, and the selected rows where there were `count`, that a menu was opened on and VS Code has lost. Opening a
 * menu focuses its row, and the focus outlives the drawing. Throws UserError where that is not certain: nobody may act on
 * another row, or in another account, than was meant.
 */
export async function findLostRow(tree: RowView['view'], id: CommandId, count?: number): Promise<unknown[]> {
  // A button beside a row leaves the focus where it was.
  const found = tree && rowCommands[id] === 'menu' ? await whenDrawn(tree, count) : undefined;
  if (found) return found;
  throw new UserError(
    l10n.t('VS Code was just drawing the rows anew and lost the one that was meant. Choose the command again.'),
  );
}

async function whenDrawn(tree: NonNullable<RowView['view']>, count?: number): Promise<unknown[] | undefined> {
  let isLeft = false;
  const before = new Set(tree.selection.map(idOf));
  // Drawing anew selects nothing, and then again what was selected.
  const listening = tree.onDidChangeSelection(({ selection }) => {
    if (selection.some((row) => !before.has(idOf(row)))) isLeft = true;
  });
  try {
    for (let look = 0; look < looks; look++) {
      const row = await fetchFocusedRow();
      const selected = count === undefined ? undefined : tree.selection;
      // Somebody who clicks elsewhere meanwhile takes the focus along.
      if (isLeft) return undefined;
      if (row !== undefined && (!selected || (selected.length === count && selected.includes(row)))) {
        return [row, selected];
      }
      await delay(pause);
    }
  } finally {
    listening.dispose();
  }
  return undefined;
}

/** What a row keeps over a drawing. */
function idOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'rowId' in row ? row.rowId : row;
}

/** VS Code tells an extension of the focus only where it calls a command: in this form, as from the title of a view. */
async function fetchFocusedRow(): Promise<unknown> {
  let row: unknown;
  const taking = commands.registerCommand(takeRow, (given: unknown) => (row = given));
  try {
    const args = [{ $treeViewId: view, $focusedTreeItem: true }];
    await commands.executeCommand('runCommands', { commands: [{ command: takeRow, args }] });
  } finally {
    taking.dispose();
  }
  const isRow = typeof row === 'object' && row !== null && !('$treeViewId' in row);
  return isRow ? row : undefined;
}
