import { CancellationError, type InputBoxOptions, type QuickPickItem, type QuickPickOptions, window } from 'vscode';
import { visibleItems } from './visibleItems.ts';

/** Has one item chosen. The list opens at once and fills when the answer is there; leaving it is a cancellation. */
export async function pickOne<I extends QuickPickItem>(
  items: readonly I[] | Thenable<readonly I[]>,
  options: QuickPickOptions,
): Promise<I> {
  let given: readonly I[] = [];
  let shown: I[] = [];
  const show = (loaded: readonly I[]): I[] => {
    given = loaded;
    return (shown = visibleItems(loaded));
  };
  const list: Promise<I[]> = Promise.resolve(items).then(show);
  const picked = await window.showQuickPick<I>(list, options);
  const index = picked ? shown.indexOf(picked) : -1;
  const item = given[index];
  if (!item) throw new CancellationError();
  return item;
}

/** Has a text typed; leaving the box is a cancellation. */
export async function askInput(options: InputBoxOptions): Promise<string> {
  const text = await window.showInputBox(options);
  if (text === undefined) throw new CancellationError();
  return text;
}
