import { l10n, window } from 'vscode';
import { AwsError } from '../../../aws/errors.ts';
import { visibleLine } from '../../../ecs/text/visibleText.ts';

/** Has the person type the name of what the production guard protects. Throws AwsError aborted when the box is left. */
export async function typeName(names: readonly string[], { resource }: { resource: string }): Promise<string> {
  const [name = ''] = names;
  const typed = await window.showInputBox({
    title: visibleLine(l10n.t('The production guard protects {0}', resource)),
    prompt: visibleLine(l10n.t('Type “{0}” to go on.', name)),
    placeHolder: visibleLine(name),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === name ? undefined : l10n.t('Type “{0}” to go on.', name)),
  });
  if (typed?.trim() !== name) throw new AwsError('aborted', 'The name was not typed.');
  return name;
}
