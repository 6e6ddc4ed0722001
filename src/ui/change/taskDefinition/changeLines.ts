import { l10n } from 'vscode';
import { parseEcrImage } from '../../../ecs/image.ts';
import { diffFields } from '../../../taskdef/register/diffFields.ts';

/** How many changed fields a confirmation names before it only counts them. */
const limit = 12;

/** The fields in which two revisions differ, for the confirmation: names and values, but no value of an environment variable. */
export function describeChanges(before: object, after: object): string[] {
  const changes = diffFields(before, after);
  if (changes.length === 0) return [l10n.t('The two revisions say the same.')];
  const lines = changes.slice(0, limit).map((change) => `• ${inFewWords(change.text)}`);
  if (changes.length > limit) lines.push(`• ${l10n.t('… and {0} more', changes.length - limit)}`);
  return lines;
}

/**
 * A dialog is narrow: the container stands for its place in the file, and an image for itself without the registry
 * that both revisions pull from.
 */
function inFewWords(text: string): string {
  const place = text.replace(/^containerDefinitions\[([^\]]+)\]\.?\s*/, '$1 · ');
  const [, before = '', after = ''] = /(\S+) → (\S+)/.exec(place) ?? [];
  const registry = before.slice(0, before.indexOf('/') + 1);
  return parseEcrImage(before) && after.startsWith(registry) ? place.replaceAll(registry, '') : place;
}
