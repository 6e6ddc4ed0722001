import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { isTrafficShift } from '../../facts/trafficShift.ts';
import type { Rule } from '../../rule/rule.ts';

export const trafficToShift: Rule<Service> = {
  id: 'SD06F',
  severity: 'warning',
  title: 'A strategy that moves traffic has traffic to move: a load balancer, Service Connect or VPC Lattice.',
  link: links.blueGreen,
  applies: ({ strategy, isUpdate }) => (isTrafficShift(strategy) && !isUpdate ? 'yes' : 'no'),
  check({ fields, strategy, scheduling }, report) {
    const at = fields.fields('deploymentConfiguration').str('strategy').node;
    if (!at) return;
    if (scheduling === 'DAEMON')
      report({
        at,
        message: l10n.t(
          'Strategy {0} is for REPLICA services; a DAEMON service replaces its tasks in place.',
          strategy!,
        ),
      });
    if (!fields.list('loadBalancers').empty || !fields.list('vpcLatticeConfigurations').empty) return;
    if (
      fields.fields('serviceConnectConfiguration').bool('enabled').value !== false &&
      fields.has('serviceConnectConfiguration')
    )
      return;
    const registry = fields.list('serviceRegistries');
    if (registry.filled)
      report({
        at,
        message: l10n.t(
          'Strategy {0} does not go with Cloud Map service discovery: use Service Connect or a load balancer.',
          strategy!,
        ),
      });
    else if (strategy !== 'BLUE_GREEN')
      report({
        at,
        message: l10n.t(
          'Strategy {0} moves traffic in steps, and this service has none: no load balancer, Service Connect or VPC Lattice.',
          strategy!,
        ),
      });
  },
};
