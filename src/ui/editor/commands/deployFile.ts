import { commands, l10n } from 'vscode';
import { fetchLatestRevision } from '../../../aws/read/taskDefinitions.ts';
import type { CommandId } from '../../../manifest.ts';
import { diffFields } from '../../../taskdef/register/diffFields.ts';
import type { Workbench } from '../../common/workbench.ts';
import { activeDocument } from '../../common/documents/activeDocument.ts';
import { registerInputOf } from '../../common/documents/registerInputOf.ts';

export const failure = (): string => l10n.t('Nothing was deployed.');

/** Brings what the file says to a service: its revision where it is registered already, else registers first, which offers to deploy. */
export async function run(workbench: Workbench, argument?: unknown): Promise<void> {
  const document = await activeDocument(argument);
  const input = registerInputOf(document);
  const connection = await workbench.connections.forUri(document.uri);
  const latest = await fetchLatestRevision(connection, input.family ?? '');
  if (latest) workbench.revisionNews.fire({ connection, latest });
  const register: CommandId = 'ecs.registerRevision';
  const deploy: CommandId = 'ecs.deployToService';
  if (latest && diffFields(latest, input).length === 0) {
    const { taskDefinitionArn = '' } = latest.taskDefinition;
    await commands.executeCommand(deploy, { taskDefinitionArn, connection });
  } else {
    await commands.executeCommand(register, document.uri);
  }
}
