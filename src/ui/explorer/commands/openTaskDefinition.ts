import { l10n, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import { registrableText } from '../../../taskdef/register/normalise.ts';
import type { Workbench } from '../../common/workbench.ts';
import { type Resource, resourceOf } from '../../common/resource.ts';
import { pickFamily } from '../../common/pick/familyPicker.ts';
import { taskDefinitionOf } from '../../common/taskDefinitionOf.ts';

export const failure = (): string => l10n.t('The task definition was not opened.');

/** Opens a revision, or what a service or task runs, as a new file that can be edited, saved and registered. */
export async function run({ connections }: Workbench, node?: unknown): Promise<void> {
  const resource = resourceOf(node) ?? (await pickLatest(await connections.active()));
  const { taskDefinition, tags } = await fetchTaskDefinition(resource.connection, await taskDefinitionOf(resource));
  const name = `${taskDefinition.family ?? 'task-definition'}-${taskDefinition.revision ?? 0}`;
  const uri = newFile(visibleLine(name));
  connections.origins.set(uri, resource.connection);
  await openAsNewFile(uri, registrableText(taskDefinition, tags));
}

/** The latest revision of a family that the person picks, where no row says what is wanted. */
async function pickLatest(connection: Connection): Promise<Resource> {
  return { kind: 'family', connection, family: await pickFamily(connection, l10n.t('Open Task Definition')) };
}

/** A name that no open document has: it may come from another account, or hold what somebody has written into it. */
function newFile(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0]?.uri.path ?? '';
  const open = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let count = 1; ; count++) {
    const path = `${folder}/${name}${count > 1 ? `-${count}` : ''}.task-definition.json`;
    const uri = Uri.from({ scheme: 'untitled', path });
    if (!open.has(uri.toString())) return uri;
  }
}

/** An untitled document with a name of its own: JSON help works at once, and saving proposes the name. */
async function openAsNewFile(uri: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document);
}
