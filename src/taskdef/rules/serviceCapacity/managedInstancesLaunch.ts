import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const managedInstancesLaunch: Rule<Service> = {
  id: 'SD008',
  severity: 'error',
  title: 'A service runs on Managed Instances by its capacity provider strategy, not by a launch type.',
  link: links.createService,
  check({ document, fields }, report) {
    const { value, node } = fields.str('launchType');
    if (value !== 'MANAGED_INSTANCES' || !node) return;
    const hasStrategy = fields.list('capacityProviderStrategy').filled;
    report({
      at: node,
      message: l10n.t(
        'MANAGED_INSTANCES is no launch type of a service: name your Managed Instances provider in capacityProviderStrategy, and leave launchType out.',
      ),
      fixes: [removeFix(document, node, '"launchType"', hasStrategy)],
    });
  },
};
