import { l10n } from 'vscode';
import type { LeftOut } from '../../../taskdef/register/documentInput.ts';

/** How many members a line names before it only counts them. */
const most = 12;

/** What of a file is not sent, for the confirmation. */
export function leftOutLines({ outputOnly, unknown, empty }: LeftOut): string[] {
  const lines: [readonly string[], (names: string) => string][] = [
    [outputOnly, (names) => l10n.t('Left out, since only ECS sets it: {0}', names)],
    [unknown, (names) => l10n.t('Left out, since ECS does not know it: {0}', names)],
    [empty, (names) => l10n.t('Left out, since it says nothing: {0}', names)],
  ];
  return lines.flatMap(([members, line]) => (members.length > 0 ? [line(namesOf(members))] : []));
}

function namesOf(members: readonly string[]): string {
  const shown = members.slice(0, most).join(', ');
  return members.length > most ? l10n.t('{0} and {1} more', shown, members.length - most) : shown;
}
