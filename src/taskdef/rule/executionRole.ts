import { insertMember, type Edit } from '../document/edits.ts';
import { accountOf } from '../document/regionOf.ts';
import type { SourceDocument } from '../document/document.ts';
import type { Task } from '../document/task.ts';

/** The edit that gives the task an execution role, for what needs one; none where it has one or may have. */
export function addExecutionRole({ document, task }: { document: SourceDocument; task: Task }): Edit[] {
  const { fields } = task;
  if (!fields.node || !fields.present || !fields.member('executionRoleArn').missing) return [];
  if (fields.member('executionRoleArn').node) return [];
  const role = `arn:aws:iam::${accountOf(task) ?? '<ACCOUNT_ID>'}:role/ecsTaskExecutionRole`;
  return [insertMember(document.text, fields.node, 'executionRoleArn', role, 'family')];
}
