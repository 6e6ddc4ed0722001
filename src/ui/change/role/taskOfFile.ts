import { l10n } from 'vscode';
import { isAboutService } from '../../../taskdef/document/content.ts';
import { fillKnownPlaceholders } from '../../common/documents/fillPlaceholders.ts';
import { chooseDocument } from '../../common/documents/chooseDocument.ts';
import { type ReadDocument, readWithSiblings } from '../../common/documents/readDocument.ts';
import { UserError } from '../../common/userError.ts';
import { goToFile } from '../../common/waysOut.ts';
import { nameOfArn } from '../../../ecs/arn.ts';
import type { Task } from '../../../taskdef/document/task.ts';
import type { RoleUse } from '../../../iam/needs/need.ts';

/** The task definition whose roles a command is about, with the placeholders filled in that need no asking. */
export async function chooseTaskFile(argument: unknown): Promise<ReadDocument> {
  const read = await fillKnownPlaceholders(await readWithSiblings(await chooseDocument(argument)));
  if (read.kind === 'other' || isAboutService(read.kind))
    throw new UserError(l10n.t('Open a task-definition file first.'), goToFile());
  return read;
}

/** The name of a task's role: the one that its file gives it, else one after its family. */
export function roleNameOf({ fields }: Task, use: RoleUse): string {
  const named = fields.str(use === 'execution' ? 'executionRoleArn' : 'taskRoleArn').value;
  const family = fields.str('family').value ?? 'ecs';
  return named ? nameOfArn(named) : `${family}-${use}`.replaceAll(/[^\w+=,.@-]/g, '-').slice(0, 64);
}
