import { familyOf, revisionOf } from '../../ecs/arn.ts';

/** Characters of a name that a tab has room for; the whole stands in the path, which its tooltip shows. */
const most = 32;

/** A name as short as a tab needs it. */
export function tabName(name: string): string {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

/** Title of a diff of two revisions: `checkout:3 ↔ :4`. The family is said once where it is the same. */
export function revisionsTitle(left: string, right: string, notes: readonly string[] = []): string {
  const [leftNote = '', rightNote = ''] = notes.map((note) => ` (${note})`);
  const rightName = familyOf(left) === familyOf(right) ? '' : tabName(familyOf(right));
  return `${tabName(familyOf(left))}${number(left)}${leftNote} ↔ ${rightName}${number(right)}${rightNote}`;
}

/** Title of a diff of a revision and a file: `:3 ↔ task-definition.json`. */
export function revisionAndFileTitle(revision: string, file: string): string {
  return `${number(revision)} ↔ ${tabName(file)}`;
}

function number(revision: string): string {
  return `:${revisionOf(revision) ?? 0}`;
}
