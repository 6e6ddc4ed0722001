import type { SourceDocument } from '../document/document.ts';
import { type Edit, insertMember, replaceNode } from '../document/edits.ts';
import { readTask } from '../document/task.ts';

/** The edit that gives a task definition an execution role, in the place of the one that it has; undefined where it is none. */
export function setExecutionRole(document: SourceDocument, arn: string): Edit | undefined {
  const { fields } = readTask(document);
  const { node } = fields.member('executionRoleArn');
  if (node) return replaceNode(document.text, node, arn);
  return fields.node && fields.present
    ? insertMember(document.text, fields.node, 'executionRoleArn', arn, 'family')
    : undefined;
}
