import { commands, l10n } from 'vscode';
import { fetchLatestRevision } from '../../../aws/read/taskDefinitions.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import { asRegistered, diffFields } from '../../../taskdef/register/diffFields.ts';
import { normalisedText } from '../../../taskdef/register/normalise.ts';
import { showInformation } from '../../common/messages.ts';
import { offer } from '../../common/offer.ts';
import { revisionAndFileTitle } from '../../common/tabTitle.ts';
import { virtualDocument } from '../../common/virtualDocuments.ts';
import type { Workbench } from '../../common/workbench.ts';
import { chooseDocument } from '../../common/documents/chooseDocument.ts';
import { fillPlaceholders } from '../../common/documents/fillPlaceholders.ts';
import { readWithSiblings } from '../../common/documents/readDocument.ts';
import { assertTaskDefinition, registerInputOf } from '../../common/documents/registerInputOf.ts';

export const failure = (): string => l10n.t('The file was not compared.');

/** Shows the difference between the family's newest revision and the file, without what the server fills in. */
export async function run(workbench: Workbench, argument?: unknown): Promise<void> {
  const document = await chooseDocument(argument);
  const read = await readWithSiblings(document);
  assertTaskDefinition(read);
  const filled = await fillPlaceholders(read);
  const { input } = registerInputOf(filled.read, (name, reasons) =>
    l10n.t('{0} cannot be compared: {1}', name, reasons),
  );
  const family = input.family ?? '';
  const connection = await workbench.connections.forUri(document.uri);
  const latest = await fetchLatestRevision(connection, family);
  if (!latest) {
    const register = { title: l10n.t('Register…'), command: 'ecs.registerRevision', argument: document.uri } as const;
    offer('information', l10n.t('{0} has no revision in {1} yet.', family, connection.region), register);
    return;
  }
  workbench.revisionNews.fire({ connection, latest });
  const name = familyRevision(latest.taskDefinition.taskDefinitionArn ?? '');
  const compared = asRegistered(input, latest);
  if (diffFields(latest, compared).length === 0) {
    void showInformation(l10n.t('{0} says exactly what the file says.', name));
    return;
  }
  const left = virtualDocument(workbench, `/registered/${name}.json`, normalisedText(latest), connection);
  const right = virtualDocument(workbench, `/compared/${read.name}`, normalisedText(compared), connection);
  await commands.executeCommand('vscode.diff', left, right, visibleLine(revisionAndFileTitle(name, read.name)), {
    preview: true,
  });
}
