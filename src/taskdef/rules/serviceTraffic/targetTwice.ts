import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const targetTwice: Rule<Service> = {
  id: 'SD014',
  severity: 'warning',
  title: 'A target group stands once in a service.',
  link: links.targetGroups,
  check({ document, fields }, report) {
    const seen = new Map<string, Node>();
    for (const target of fields.list('loadBalancers').fields()) {
      const { value, node } = target.str('targetGroupArn');
      if (!value || !node) continue;
      const earlier = seen.get(value);
      if (!earlier) {
        seen.set(value, node);
        continue;
      }
      report({
        at: node,
        message: l10n.t('This target group stands here twice: each task would be registered with it twice.'),
        fixes: [removeFix(document, target.node!, l10n.t('the second one'), false)],
        related: [{ range: earlier, message: l10n.t('The first one.') }],
      });
    }
  },
};
