import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

const targetGroup = /^arn:[\w-]+:elasticloadbalancing:[\w-]+:\d{12}:targetgroup\/.+$/;

export const alternateTargetGroup: Rule<Service> = {
  id: 'SD06C',
  severity: 'error',
  title: 'The alternate target group is one that no other entry has.',
  link: links.blueGreenErrors,
  says: 'Duplicate targetGroupArn found: arn:aws:elasticloadbalancing:…',
  check({ fields }, report) {
    const balancers = fields.list('loadBalancers').fields();
    const seen = new Set(balancers.map((one) => one.str('targetGroupArn').value));
    for (const balancer of balancers) {
      const { value, node } = balancer.fields('advancedConfiguration').str('alternateTargetGroupArn');
      if (!value || !node) continue;
      if (!targetGroup.test(value))
        report({ at: node, message: l10n.t('alternateTargetGroupArn is not the ARN of a target group.') });
      else if (value === balancer.str('targetGroupArn').value)
        report({
          at: node,
          message: l10n.t(
            'alternateTargetGroupArn is targetGroupArn again: the new tasks need a target group of their own.',
          ),
        });
      else if (seen.has(value))
        report({ at: node, message: l10n.t('Another entry of loadBalancers has this target group already.') });
      seen.add(value);
    }
  },
};
