import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

const needed = ['alternateTargetGroupArn', 'productionListenerRule', 'roleArn'];

export const advancedConfiguration: Rule<Service> = {
  id: 'SD06A',
  severity: 'error',
  title: 'advancedConfiguration names the second target group, the production listener rule and a role.',
  link: links.blueGreenErrors,
  says: 'advancedConfiguration field is not allowed with ELBv1 loadBalancers',
  check({ document, fields }, report) {
    for (const balancer of fields.list('loadBalancers').fields()) {
      const advanced = balancer.fields('advancedConfiguration');
      if (!advanced.node || !advanced.key || advanced.missing) continue;
      if (balancer.str('loadBalancerName').value && balancer.member('targetGroupArn').missing) {
        report({
          at: advanced.key,
          message: l10n.t('advancedConfiguration is not for Classic Load Balancers.'),
          fixes: [removeFix(document, advanced.node, '"advancedConfiguration"', false)],
        });
        continue;
      }
      for (const name of needed) {
        const { value, node, missing } = advanced.str(name);
        if (missing) report({ at: advanced.key, message: l10n.t('advancedConfiguration has no {0}.', name) });
        else if (value === '' && node) report({ at: node, message: l10n.t('{0} is empty.', name) });
      }
    }
  },
};
