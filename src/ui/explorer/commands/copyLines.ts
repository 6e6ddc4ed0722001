import { env, l10n, window } from 'vscode';
import { UserError } from '../../common/userError.ts';

/** Puts lines onto the clipboard and says so. */
export async function copyLines(lines: readonly string[]): Promise<void> {
  if (lines.length === 0) throw new UserError(l10n.t('This row has nothing to copy.'));
  await env.clipboard.writeText(lines.join('\n'));
  window.setStatusBarMessage(lines.length === 1 ? l10n.t('Copied') : l10n.t('{0} lines copied', lines.length), 2000);
}
