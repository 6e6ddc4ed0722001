import type { SourceDocument } from '../document/document.ts';
import { insertMember, replaceNode, type Edit } from '../document/edits.ts';
import type { Range } from '../document/range.ts';
import { readTask } from '../document/task.ts';

/** Has the task create the log group that is named at a place; undefined where none is named there, or it does already. */
export function letTaskCreateLogGroup(document: SourceDocument, at: Range): Edit | undefined {
  for (const { fields } of readTask(document).containers) {
    const options = fields.fields('logConfiguration').fields('options');
    if (!options.node || options.str('awslogs-group').node?.offset !== at.offset) continue;
    const { value, node } = options.str('awslogs-create-group');
    if (value === 'true') return undefined;
    if (node) return replaceNode(document.text, node, 'true');
    return insertMember(document.text, options.node, 'awslogs-create-group', 'true', 'awslogs-group');
  }
  return undefined;
}
