import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../document/document.ts';
import type { List } from '../document/fields.ts';
import type { LimitIssue } from '../document/structure.ts';
import { removeFix } from './fixes.ts';
import type { Report } from './rule.ts';

/** What is said of a key or value that is too long or has other characters. */
export function tagBound(limit: LimitIssue['limit'], actual: number): string {
  return limit === 'pattern'
    ? l10n.t('A tag has letters, digits, blanks and _ . : / = + - @ only.')
    : l10n.t('A tag key has 1 to 128 characters, a value up to 256; this one has {0}.', actual);
}

/** Reports reserved, missing and repeated keys in a list of tags. */
export function checkTagKeys(list: List, document: SourceDocument, report: Report): void {
  const seen = new Set<string>();
  for (const tag of list.fields()) {
    for (const name of ['key', 'value']) {
      const { value, node } = tag.str(name);
      if (value && node && /^aws:/i.test(value))
        report({
          at: node,
          message: l10n.t('Tags that begin with "aws:" are reserved.'),
          fixes: [removeFix(document, list.items.length > 1 ? tag.node! : list.node!, l10n.t('the tag'))],
        });
    }
    const { value, node, missing } = tag.str('key');
    if (missing && !node && !tag.has('Key'))
      report({
        at: tag.member('value').node ?? { offset: tag.node!.offset, length: 1 },
        message: l10n.t('A tag has a key.'),
      });
    if (value === undefined || !node) continue;
    if (seen.has(value))
      report({
        at: node,
        message: l10n.t('The tag key "{0}" is used twice.', value),
        fixes: [removeFix(document, tag.node!, l10n.t('the second tag'), false)],
      });
    seen.add(value);
  }
}
