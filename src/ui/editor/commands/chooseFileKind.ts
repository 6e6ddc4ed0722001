import { l10n, type QuickPickItem, type TextDocument } from 'vscode';
import { type FileKind, fileKinds, recognise } from '../../../taskdef/document/recognise.ts';
import { updateEntry } from '../../common/settings.ts';
import type { Workbench } from '../../common/workbench.ts';
import { chooseDocument } from '../../common/documents/chooseDocument.ts';
import { chosenKind } from '../../common/documents/fileKind.ts';
import { fileKey } from '../../common/documents/fileTable.ts';
import { kindText } from '../status/kindText.ts';
import { pickOne } from '../../common/pick/pickOne.ts';

export const failure = (): string => l10n.t('The kind of the file was not changed.');

interface KindItem extends QuickPickItem {
  /** Undefined leaves it to name and text. */
  fileKind: FileKind | undefined;
}

/** Asks what a file is, where it is judged wrongly, and keeps the answer in the settings of the workspace. */
export async function run(_workbench: Workbench, argument?: unknown): Promise<void> {
  const document = await chooseDocument(argument);
  const title = l10n.t('What Is {0}?', fileKey(document.uri));
  const picked = await pickOne(items(document), { title, matchOnDescription: true });
  await updateEntry('ecs.taskDefinition.files', document.uri, fileKey(document.uri), picked.fileKind);
}

function items(document: TextDocument): KindItem[] {
  const chosen = chosenKind(document);
  const judged = recognise(document.uri.path, document.getText());
  const mark = (fileKind: FileKind | undefined): string | undefined =>
    fileKind === chosen ? l10n.t('current') : undefined;
  return [
    { label: l10n.t('Automatic: {0}', kindText(judged)), description: mark(undefined), fileKind: undefined },
    ...fileKinds.map((fileKind) => ({ label: kindText(fileKind), description: mark(fileKind), fileKind })),
  ];
}
