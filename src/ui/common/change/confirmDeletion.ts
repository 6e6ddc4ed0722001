import { CancellationError, l10n, window } from 'vscode';
import type { Consent } from '../../../aws/connection/gate.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import { type ChangeQuestion, confirmChange } from './confirmChange.ts';

/** Has the name typed of what is deleted, then shows what goes with it and asks. Leaving is a cancellation. */
export async function confirmDeletion(name: string, question: ChangeQuestion): Promise<Consent> {
  const typed = await window.showInputBox({
    title: visibleLine(question.question),
    prompt: l10n.t('This cannot be undone. Type “{0}” to go on.', visibleLine(name)),
    placeHolder: visibleLine(name),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === name ? undefined : l10n.t('Type “{0}”.', name)),
  });
  if (typed?.trim() !== name) throw new CancellationError();
  return confirmChange(question);
}
