import { CancellationError, type InputBoxOptions, type QuickPickItem, type QuickPickOptions, window } from 'vscode';

/** Has one item chosen. The list opens at once and fills when the answer is there; leaving it is a cancellation. */
export async function pickOne<I extends QuickPickItem>(
  items: readonly I[] | Thenable<readonly I[]>,
  options: QuickPickOptions,
): Promise<I> {
  const picked = await window.showQuickPick(items, options);
  if (!picked) throw new CancellationError();
  return picked;
}

/** Has a text typed; leaving the box is a cancellation. */
export async function askInput(options: InputBoxOptions): Promise<string> {
  const text = await window.showInputBox(options);
  if (text === undefined) throw new CancellationError();
  return text;
}
