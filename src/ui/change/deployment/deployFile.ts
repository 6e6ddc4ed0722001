import { l10n, type TextDocument } from 'vscode';
import type { Connection } from '../../../aws/connection/connection.ts';
import { fetchLatestRevision } from '../../../aws/read/taskDefinitions.ts';
import { familyRevision } from '../../../ecs/arn.ts';
import { openPlaceholders } from '../../../taskdef/document/placeholderValues.ts';
import { asRegistered, diffFields } from '../../../taskdef/register/diffFields.ts';
import { chooseDocument } from '../../common/documents/chooseDocument.ts';
import { fillKnownPlaceholders } from '../../common/documents/fillPlaceholders.ts';
import { readWithSiblings } from '../../common/documents/readDocument.ts';
import { registerInputOf } from '../../common/documents/registerInputOf.ts';
import { offer } from '../../common/offer.ts';
import { describeError, isCancellation } from '../../common/reportError.ts';
import { UserError } from '../../common/userError.ts';
import { deployRevision } from '../../common/waysOut.ts';
import type { Workbench } from '../../common/workbench.ts';
import { type FileRevision, prepareRevision, registerPrepared } from '../taskDefinition/registerRevision.ts';
import { deployToService } from './deployToService.ts';
import { fetchLastTarget } from './lastTarget.ts';
import { misfitLines } from './misfitLines.ts';

export const failure = (): string => l10n.t('Nothing was deployed.');

/** Brings what a file says to a service in one go: registers it where it is not yet, asks where it is to go, deploys it. */
export async function run(workbench: Workbench, argument?: unknown): Promise<void> {
  const document = await chooseDocument(argument);
  const { connection, taskDefinition, isNew } = await revisionOfFile(workbench, document);
  const { taskDefinitionArn = '' } = taskDefinition;
  try {
    await deployToService(workbench, { taskDefinitionArn, connection });
  } catch (error) {
    if (isNew) throw tellRegistered(taskDefinitionArn, connection, error);
    throw error;
  }
}

/** The revision that says what the file says, registered first where there is none. */
async function revisionOfFile(workbench: Workbench, document: TextDocument): Promise<FileRevision> {
  const read = await fillKnownPlaceholders(await readWithSiblings(document));
  // Registering asks for the other values.
  if (openPlaceholders(read.source).length > 0) return register(workbench, document);
  const { input } = registerInputOf(read, (name, reasons) => l10n.t('{0} cannot be registered: {1}', name, reasons));
  const connection = await workbench.connections.forUri(document.uri);
  const latest = await fetchLatestRevision(connection, input.family ?? '');
  if (latest) workbench.revisionNews.fire({ connection, latest });
  if (latest && diffFields(latest, asRegistered(input, latest)).length === 0) {
    return { connection, taskDefinition: latest.taskDefinition, isNew: false };
  }
  return register(workbench, document);
}

/** The question says what speaks against the service that it would go to by habit: then nothing is left behind. */
async function register(workbench: Workbench, document: TextDocument): Promise<FileRevision> {
  const prepared = await prepareRevision(workbench, document);
  const { connection, file, latest } = prepared;
  const service = await fetchLastTarget(workbench, connection, latest?.taskDefinition.taskDefinitionArn ?? '');
  const remarks = service ? misfitLines(service, file.input).filter(Boolean) : [];
  return registerPrepared(workbench, prepared, remarks);
}

/** A revision that was registered and got no further is named, with the way on; what is left to be reported otherwise. */
function tellRegistered(taskDefinitionArn: string, connection: Connection, error: unknown): unknown {
  const name = familyRevision(taskDefinitionArn);
  const deployIt = deployRevision(taskDefinitionArn, connection);
  if (!isCancellation(error)) {
    const { message, wayOut } = describeError(error, { region: connection.region });
    return new UserError(l10n.t('{0} is registered. {1}', name, message), wayOut ?? deployIt);
  }
  offer('information', l10n.t('{0} is registered, and not deployed.', name), deployIt);
  return error;
}
