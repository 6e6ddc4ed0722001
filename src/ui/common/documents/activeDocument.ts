import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { UserError } from '../userError.ts';

/** The document that a command was given by its URI, else that of the active editor. Throws a UserError when there is none. */
export async function activeDocument(argument: unknown): Promise<TextDocument> {
  if (argument instanceof Uri) return workspace.openTextDocument(argument);
  const document = window.activeTextEditor?.document;
  if (!document) throw new UserError(l10n.t('Open a task-definition file first.'));
  return document;
}
