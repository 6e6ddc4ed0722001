import { window } from 'vscode';
import { visibleLine, visibleText } from '../../ecs/text/visibleText.ts';

/** Tells the person that something is done, or is so. Resolves to the button, or to nothing when it goes away. */
export function showInformation(text: string, ...buttons: string[]): Thenable<string | undefined> {
  return window.showInformationMessage(plain(text), ...buttons);
}

/** The same of what has to be known. */
export function showWarning(text: string, ...buttons: string[]): Thenable<string | undefined> {
  return window.showWarningMessage(plain(text), ...buttons);
}

/** The same of what did not work. */
export function showError(text: string, ...buttons: string[]): Thenable<string | undefined> {
  return window.showErrorMessage(plain(text), ...buttons);
}

/**
 * Asks in a dialog that holds everything else up, with `lines` below the question. Each of them stays one line, whatever
 * names are in it: nobody else gets to add one that would be read as ours.
 */
export function askModal(
  question: string,
  lines: readonly string[],
  ...buttons: string[]
): Thenable<string | undefined> {
  const detail = lines.map(visibleLine).join('\n');
  return window.showWarningMessage(visibleLine(question), { modal: true, detail }, ...buttons);
}

/** VS Code reads `[text](command:…)` in a notification as a link; in what AWS or a file says, it is none. */
function plain(text: string): string {
  return visibleText(text).replaceAll('](', '] (');
}
