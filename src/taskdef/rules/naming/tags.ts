import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { checkTagKeys, tagBound } from '../../rule/tagKeys.ts';

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
      if (member.id.startsWith('Tag.')) report({ at: node, message: tagBound(limit, actual) });
    }
    checkTagKeys(list, document, report);
  },
};
