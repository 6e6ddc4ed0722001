import * as l10n from '@vscode/l10n';
import { visibleLine } from '../../ecs/text/visibleText.ts';
import type { NeededStatement } from '../needs/statements.ts';

/** Reasons that are told of one statement; of the others, how many there are. */
const most = 5;

/** Why a statement is there, a line each, to stand before it as a comment. */
export function commentLines({ reasons, isWide }: Pick<NeededStatement, 'reasons' | 'isWide'>): string[] {
  const texts = [...new Set(reasons.map(({ text }) => text))];
  const left = texts.length - most;
  return [
    ...texts.slice(0, most),
    ...(left > 0 ? [l10n.t('… and {0} more', left)] : []),
    ...(isWide ? [l10n.t('The file leaves parts of it to be filled in: put them in the place of *.')] : []),
  ].map((line) => visibleLine(line));
}
