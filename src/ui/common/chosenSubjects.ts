import { l10n } from 'vscode';
import { UserError } from './userError.ts';
import type { Subject } from './subject.ts';

/** What a command was given: the rows that are selected, else the one it was called on. Throws when it stands for nothing. */
export function chosenSubjects(node: unknown, selected: unknown): Subject[] {
  const nodes: unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [node];
  const subjects = nodes.flatMap((one) => subjectOf(one) ?? []);
  if (subjects.length === 0) throw new UserError(l10n.t('Choose a row of the ECS view first.'));
  return subjects;
}

function subjectOf(node: unknown): Subject | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('subject' in node && node.subject) return node.subject as Subject;
  return 'target' in node ? (node.target as Subject) : undefined;
}
