import * as l10n from '@vscode/l10n';

/** Names as a message lists them; those that are empty cannot be read in it. */
export function listOf(names: readonly string[]): string {
  const shown = names.filter((name) => name.trim() !== '');
  return shown.length > 0 ? shown.join(', ') : l10n.t('none that has a name');
}
