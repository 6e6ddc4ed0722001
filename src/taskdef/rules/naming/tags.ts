import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { SourceDocument } from '../../document/document.ts';
import type { List } from '../../document/fields.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Report, Rule } from '../../rule/rule.ts';

export const tags: Rule = {
  id: 'TD01D',
  severity: 'error',
  title: 'Tags: 1 to 50, unique keys, none beginning with aws:.',
  link: links.tagging,
  says: 'Tags can not be empty.',
  repairsDescribeOutput: true,
  check({ document, fields, issues }, report) {
    const list = fields.list('tags');
    if (list.node && list.complete && list.items.length === 0 && list.node.type === 'array') {
      report({
        at: list.node,
        message: l10n.t('Tags can not be empty: leave the property out.'),
        fixes: [removeFix(document, list.node, '"tags"')],
      });
    }
    for (const { node, member, limit, actual } of issues.limits) {
      if (member.id === 'RegisterTaskDefinitionRequest.tags' && limit === 'maxItems')
        report({ at: node, message: l10n.t('{0} tags; ECS takes at most 50.', actual) });
      if (!member.id.startsWith('Tag.')) continue;
      report({
        at: node,
        message:
          limit === 'pattern'
            ? l10n.t('A tag has letters, digits, blanks and _ . : / = + - @ only.')
            : l10n.t('A tag key has 1 to 128 characters, a value up to 256; this one has {0}.', actual),
      });
    }
    checkKeys(list, document, report);
  },
};

function checkKeys(list: List, document: SourceDocument, report: Report): void {
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
