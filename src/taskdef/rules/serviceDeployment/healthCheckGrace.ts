import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const healthCheckGrace: Rule<Service> = {
  id: 'SD06M',
  severity: 'error',
  title: 'A health-check grace period needs a load balancer.',
  link: links.createService,
  says: 'Health check grace period is only valid for services configured to use load balancers',
  // An update leaves the load balancers as they are, and those of another controller stand in its task sets.
  applies: ({ isUpdate, controller }) => (isUpdate || controller === 'EXTERNAL' ? 'no' : 'yes'),
  check({ document, fields, task }, report) {
    const { value, node, key } = fields.num('healthCheckGracePeriodSeconds');
    // Zero is what DescribeServices tells of every service.
    if (!value || !node || !key || !fields.list('loadBalancers').empty) return;
    if (!fields.list('vpcLatticeConfigurations').empty || !fields.list('gatewayConnectors').empty) return;
    const connect = fields.fields('serviceConnectConfiguration');
    if (!connect.missing && connect.bool('enabled').value !== false) return;
    const checked = task?.containers.some((container) => container.fields.has('healthCheck'));
    report({
      at: key,
      severity: checked ? 'warning' : 'error',
      message: l10n.t('There is no load balancer whose health checks the {0} seconds would wait for.', value),
      fixes: [removeFix(document, node, '"healthCheckGracePeriodSeconds"')],
    });
  },
};
