import type { Edit } from '../document/edits.ts';
import { addExecutionRole } from '../rule/executionRole.ts';
import { awslogsRole } from '../rules/secret/awslogsRole.ts';
import type { CompletionRequest } from './request.ts';

/** The execution role without which awslogs is refused where this task runs. In half-typed text it is put behind the family, if that stands before anything is wrong. */
export function roleForLogs({ document, task, cursor }: CompletionRequest): Edit[] {
  const certainty = awslogsRole.applies?.(task);
  if (certainty !== 'yes' && certainty !== 'likely') return [];
  const family = task.fields.str('family').node;
  const end = family ? family.offset + family.length : Number.POSITIVE_INFINITY;
  const sound =
    document.errors.every(({ offset }) => end < offset) && (document.errors.length === 0 || end < cursor.token.offset);
  return sound ? addExecutionRole({ document, task }) : [];
}
