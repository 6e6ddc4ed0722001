import * as l10n from '@vscode/l10n';
import { anchorOf } from '../../document/task.ts';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { isTrafficShift } from '../../facts/trafficShift.ts';
import type { Rule } from '../../rule/rule.ts';

export const advancedConfigurationMissing: Rule<Service> = {
  id: 'SD069',
  severity: 'error',
  title:
    'A strategy that moves traffic needs advancedConfiguration in every load balancer; without one, all or none have it.',
  link: links.blueGreenErrors,
  says: 'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy. Either all or none of the provided loadBalancers must have advancedConfiguration defined.',
  check({ fields, strategy }, report) {
    const balancers = fields.list('loadBalancers').fields();
    const without = balancers.filter((one) => one.fields('advancedConfiguration').missing);
    if (isTrafficShift(strategy)) {
      for (const balancer of without)
        report({
          at: balancer.str('targetGroupArn').node ?? anchorOf(balancer),
          message: balancer.has('loadBalancerName')
            ? l10n.t('Strategy {0} is not for Classic Load Balancers.', strategy)
            : l10n.t(
                'Strategy {0} needs advancedConfiguration here: the second target group and the listener rules.',
                strategy,
              ),
        });
      return;
    }
    if (without.length === 0 || without.length === balancers.length) return;
    report({
      at: without[0]!.str('targetGroupArn').node ?? anchorOf(without[0]!),
      message: l10n.t('Another load balancer has advancedConfiguration and this one has not: all have it, or none.'),
    });
  },
};
