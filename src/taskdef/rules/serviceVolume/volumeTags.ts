import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

const reserved = ['AmazonECSCreated', 'AmazonECSManaged'];

export const volumeTags: Rule<Service> = {
  id: 'SD01Y',
  severity: 'warning',
  title: "The tags of a volume are none of ECS's own.",
  link: links.managedEbsVolume,
  check({ document, fields }, report) {
    for (const volume of fields.list('volumeConfigurations').fields()) {
      for (const specification of volume.fields('managedEBSVolume').list('tagSpecifications').fields()) {
        for (const tag of specification.list('tags').fields()) {
          const { value, node } = tag.str('key');
          if (value === undefined || !node || !reserved.includes(value)) continue;
          report({
            at: node,
            message: l10n.t('ECS gives the tag {0} itself.', value),
            fixes: [removeFix(document, tag.node!, value)],
          });
        }
      }
    }
  },
};
