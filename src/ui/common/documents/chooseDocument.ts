import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { pickOne } from '../pick/pickOne.ts';
import { UserError } from '../userError.ts';
import { goToFile } from '../waysOut.ts';
import { findNamedFiles } from './findNamedFiles.ts';

const most = 200;

/** The file that a command was given by its URI, or the one in the active editor; where that shows none, one of the workspace is asked for. */
export async function chooseDocument(
  argument: unknown,
  kind: 'taskDefinition' | 'service' = 'taskDefinition',
): Promise<TextDocument> {
  if (argument instanceof Uri) return workspace.openTextDocument(argument);
  const document = window.activeTextEditor?.document;
  return document && !isOutput(document) ? document : pickDocument(kind);
}

/** Logs and output channels have the focus at times; nobody means them. */
function isOutput({ uri }: TextDocument): boolean {
  return uri.scheme === 'output' || uri.scheme === 'ecs-logs';
}

async function pickDocument(kind: 'taskDefinition' | 'service'): Promise<TextDocument> {
  const [title, none] =
    kind === 'service'
      ? [l10n.t('Service-definition file'), l10n.t('Open a service-definition file first.')]
      : [l10n.t('Task-definition file'), l10n.t('Open a task-definition file first.')];
  const found = await findNamedFiles(kind, most);
  if (found.length === 0) throw new UserError(none, goToFile());
  const items = found
    .map((uri) => ({ label: workspace.asRelativePath(uri), uri }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const picked = await pickOne(items, { title, placeHolder: l10n.t('No such file is open; choose one') });
  const document = await workspace.openTextDocument(picked.uri);
  await window.showTextDocument(document);
  return document;
}
