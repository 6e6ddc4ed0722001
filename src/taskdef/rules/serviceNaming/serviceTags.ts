import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { checkTagKeys, tagBound } from '../../rule/tagKeys.ts';

export const serviceTags: Rule<Service> = {
  id: 'SD075',
  severity: 'error',
  title: 'Tags of a service and of its volumes: at most 50, unique keys, none beginning with aws:.',
  link: links.tagging,
  repairsDescribeOutput: true,
  check({ document, fields, issues }, report) {
    const list = fields.list('tags');
    if (list.node?.type === 'array' && list.empty)
      report({
        at: list.node,
        severity: 'info',
        message: l10n.t('An empty list of tags says nothing: leave the property out.'),
        fixes: [removeFix(document, list.node, '"tags"')],
      });
    for (const { node, member, limit, actual } of issues.limits) {
      if (member.id === 'CreateServiceRequest.tags')
        report({ at: node, message: l10n.t('{0} tags; ECS takes at most 50.', actual) });
      else if (member.id.startsWith('Tag.')) report({ at: node, message: tagBound(limit, actual) });
    }
    checkTagKeys(list, document, report);
    for (const volume of fields.list('volumeConfigurations').fields()) {
      for (const one of volume.fields('managedEBSVolume').list('tagSpecifications').fields())
        checkTagKeys(one.list('tags'), document, report);
    }
  },
};
