import { l10n } from 'vscode';
import { fetchTaskDefinition } from '../../../aws/read/taskDefinitions.ts';
import { isAboutService } from '../../../taskdef/document/content.ts';
import { fillKnownPlaceholders } from '../../common/documents/fillPlaceholders.ts';
import { chooseDocument } from '../../common/documents/chooseDocument.ts';
import { type ReadDocument, readWithSiblings } from '../../common/documents/readDocument.ts';
import { UserError } from '../../common/userError.ts';
import { goToFile } from '../../common/waysOut.ts';
import { familyRevision, nameOfArn } from '../../../ecs/arn.ts';
import { parseDocument } from '../../../taskdef/document/document.ts';
import { readTask, type Task } from '../../../taskdef/document/task.ts';
import { registrableText } from '../../../taskdef/register/normalise.ts';
import { resourceOf } from '../../common/resource.ts';
import { taskDefinitionOf } from '../../common/taskDefinitionOf.ts';
import type { RoleUse } from '../../../iam/needs/need.ts';

/** The task definition whose roles a command is about, with the placeholders filled in that need no asking. */
export async function chooseTaskFile(argument: unknown): Promise<ReadDocument> {
  const read = await fillKnownPlaceholders(await readWithSiblings(await chooseDocument(argument)));
  if (read.kind === 'other' || isAboutService(read.kind))
    throw new UserError(l10n.t('Open a task-definition file first.'), goToFile());
  return read;
}

/** A task definition, and what it is called. */
export interface NamedTask {
  readonly task: Task;
  readonly name: string;
  /** Whether it is certain that ECS Exec is let into its tasks. */
  readonly execIsOn: boolean;
}

/** The task definition of a row, as it is registered, or of a file. */
export async function chooseTask(argument: unknown): Promise<NamedTask> {
  const resource = resourceOf(argument);
  if (!resource) {
    const { task, name, context } = await chooseTaskFile(argument);
    return { task, name, execIsOn: context.siblings?.enableExecuteCommand === true };
  }
  const { connection } = resource;
  const { taskDefinition, tags } = await fetchTaskDefinition(connection, await taskDefinitionOf(resource));
  const text = registrableText(taskDefinition, tags);
  const { account } = await connection.identity();
  const home = { account, region: connection.region };
  const task = readTask(parseDocument(text, { kind: 'taskDefinition' }), { home });
  return { task, name: familyRevision(taskDefinition.taskDefinitionArn ?? ''), execIsOn: false };
}

/** The name of a task's role: the one that its file gives it, else one after its family. */
export function roleNameOf({ fields }: Task, use: RoleUse): string {
  const named = fields.str(use === 'execution' ? 'executionRoleArn' : 'taskRoleArn').value;
  const family = fields.str('family').value ?? 'ecs';
  return named ? nameOfArn(named) : `${family}-${use}`.replaceAll(/[^\w+=,.@-]/g, '-').slice(0, 64);
}
