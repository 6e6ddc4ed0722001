import { l10n, languages, window, workspace } from 'vscode';
import { consoleUrl } from '../../../ecs/consoleUrl.ts';
import { virtualDocument } from '../../common/virtualDocuments.ts';
import type { Workbench } from '../../common/workbench.ts';
import { chosenSubjects } from '../../common/chosenSubjects.ts';
import { fetchDetails } from './fetchDetails.ts';
import { arnOfSubject, nameOfSubject, type Subject } from '../../common/subject.ts';

export const failure = (): string => l10n.t('The details were not shown.');

/** Shows everything that AWS says of the rows as read-only JSON documents, which fold and hold links. */
export async function run(workbench: Workbench, node?: unknown, selected?: unknown): Promise<void> {
  const subjects = chosenSubjects(node, selected);
  for (const subject of subjects.slice(0, 10)) await show(workbench, subject, subjects.length > 1);
}

async function show(workbench: Workbench, subject: Subject, several: boolean): Promise<void> {
  const details = await fetchDetails(subject);
  const name = nameOfSubject(subject).replaceAll(/[/\\:]/g, '-');
  const path = `/${subject.connection.spec.id.replaceAll(/[^\w.-]/g, '-')}/${subject.kind}/${name}.details.json`;
  const uri = virtualDocument(workbench.extension, path, `${detailsText(subject, details)}\n`);
  const document = await workspace.openTextDocument(uri);
  await languages.setTextDocumentLanguage(document, 'jsonc');
  await window.showTextDocument(document, { preview: !several });
}

/** The console's page stands above as a comment, where the editor makes a link of it. */
function detailsText(subject: Subject, details: object): string {
  const url = consoleUrl(arnOfSubject(subject) ?? '');
  return `${url ? `// ${url}\n` : ''}${JSON.stringify(details, undefined, 2)}`;
}
