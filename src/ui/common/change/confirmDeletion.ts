import { CancellationError, l10n, window } from 'vscode';
import type { Consent } from '../../../aws/connection/gate.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import { type ChangeQuestion, confirmChange } from './confirmChange.ts';

/**
 * Shows account, Region and what goes with the thing, and asks; then has its name typed, unless the production guard had
 * that typed already. Leaving is a cancellation.
 */
export async function confirmDeletion(name: string, question: ChangeQuestion): Promise<Consent> {
  const changes = [...question.changes, '', l10n.t('This cannot be undone; the name has to be typed next.')];
  const consent = await confirmChange({ ...question, changes });
  if (consent.typed === name) return consent;
  const typed = await window.showInputBox({
    title: visibleLine(question.question),
    prompt: l10n.t('This cannot be undone. Type “{0}” to delete it.', visibleLine(name)),
    placeHolder: visibleLine(name),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === name ? undefined : l10n.t('Type “{0}”.', name)),
  });
  if (typed?.trim() !== name) throw new CancellationError();
  return consent;
}
