import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { UserError } from '../platform/userError.ts';

/** The file that was given, or the one in the active editor. */
export async function chooseDocument(argument: unknown): Promise<TextDocument> {
  if (argument instanceof Uri) return workspace.openTextDocument(argument);
  const document = window.activeTextEditor?.document;
  if (!document) throw new UserError(l10n.t('Open a task-definition file first.'));
  return document;
}
