import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const targetOrName: Rule<Service> = {
  id: 'SD010',
  severity: 'error',
  title: 'A load balancer is named by its target group or, a classic one, by its name.',
  link: links.loadBalancer,
  says: 'loadBalancerName and targetGroupArn cannot both be specified. You must specify either a loadBalancerName or a targetGroupArn.',
  check({ document, fields }, report) {
    for (const target of fields.list('loadBalancers').fields()) {
      const arn = target.str('targetGroupArn');
      const name = target.str('loadBalancerName');
      // An empty text names nothing.
      const given = [arn, name].filter(({ node, missing, value }) => node && !missing && value !== '');
      if (given.length === 2)
        report({
          at: name.key!,
          message: l10n.t('loadBalancerName stands beside targetGroupArn; ECS takes one of them.'),
          fixes: [removeFix(document, name.node!, '"loadBalancerName"')],
        });
      else if ((arn.missing || arn.value === '') && (name.missing || name.value === ''))
        report({
          at: { offset: target.node!.offset, length: 1 },
          message: l10n.t('This load balancer is not named: targetGroupArn is missing.'),
        });
    }
  },
};
