import { commands, l10n } from 'vscode';
import { fetchLatestRevision } from '../../../aws/read/taskDefinitions.ts';
import type { CommandId } from '../../../manifest.ts';
import { openPlaceholders } from '../../../taskdef/document/placeholderValues.ts';
import { asRegistered, diffFields } from '../../../taskdef/register/diffFields.ts';
import type { Workbench } from '../../common/workbench.ts';
import { chooseDocument } from '../../common/documents/chooseDocument.ts';
import { fillKnownPlaceholders } from '../../common/documents/fillPlaceholders.ts';
import { readWithSiblings } from '../../common/documents/readDocument.ts';
import { registerInputOf } from '../../common/documents/registerInputOf.ts';

export const failure = (): string => l10n.t('Nothing was deployed.');

/** Brings what the file says to a service: its revision where it is registered already, else registers first, which offers to deploy. */
export async function run(workbench: Workbench, argument?: unknown): Promise<void> {
  const document = await chooseDocument(argument);
  const register: CommandId = 'ecs.registerRevision';
  const read = await fillKnownPlaceholders(await readWithSiblings(document));
  // Registering asks for the other values.
  if (openPlaceholders(read.source).length > 0) {
    await commands.executeCommand(register, document.uri);
    return;
  }
  const { input } = registerInputOf(read, (name, reasons) => l10n.t('{0} cannot be registered: {1}', name, reasons));
  const connection = await workbench.connections.forUri(document.uri);
  const latest = await fetchLatestRevision(connection, input.family ?? '');
  if (latest) workbench.revisionNews.fire({ connection, latest });
  const deploy: CommandId = 'ecs.deployToService';
  if (latest && diffFields(latest, asRegistered(input, latest)).length === 0) {
    const { taskDefinitionArn = '' } = latest.taskDefinition;
    await commands.executeCommand(deploy, { taskDefinitionArn, connection });
  } else {
    await commands.executeCommand(register, document.uri);
  }
}
