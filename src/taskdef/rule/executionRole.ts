import { insertMember, type Edit } from '../document/edits.ts';
import { accountOf, ownArn } from '../document/home.ts';
import type { SourceDocument } from '../document/document.ts';
import type { Task } from '../document/task.ts';
import type { Fix } from './finding.ts';
import { addFix } from './fixes.ts';

/** The role that the ECS console makes for tasks, in the account that the file names. */
export function executionRoleArn(task: Task): string {
  return ownArn(task, 'iam', '', 'role/ecsTaskExecutionRole');
}

/** The edit that gives the task an execution role, for what needs one; none where it has one or may have. */
export function addExecutionRole({ document, task }: { document: SourceDocument; task: Task }): Edit[] {
  const { fields } = task;
  if (!fields.node || !fields.present || !fields.member('executionRoleArn').missing) return [];
  if (fields.member('executionRoleArn').node) return [];
  return [insertMember(document.text, fields.node, 'executionRoleArn', executionRoleArn(task), 'family')];
}

/** Adds an execution role; the account is the file's own where it names one. */
export function roleFix(task: Task): Fix[] {
  const { document, fields } = task;
  if (!fields.node || fields.member('executionRoleArn').node) return [];
  // Without an account the role would be a placeholder, which nobody can register.
  const preferred = accountOf(task) !== undefined;
  return [addFix(document, fields.node, 'executionRoleArn', executionRoleArn(task), { preferred })];
}
