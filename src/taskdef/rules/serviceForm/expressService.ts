import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const expressService: Rule<Service> = {
  id: 'SD082',
  severity: 'warning',
  title: 'A service of Express Mode is managed by ECS: its load balancer and scaling do not come with its definition.',
  link: links.expressServices,
  check({ fields }, report) {
    const { value, node } = fields.str('resourceManagementType');
    if (value !== 'ECS' || !node) return;
    report({
      at: node,
      message: l10n.t(
        'ECS manages this service (Express Mode): UpdateExpressGatewayService changes it, and CreateService would make one without its load balancer and scaling.',
      ),
    });
  },
};
