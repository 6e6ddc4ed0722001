import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { onExternal } from '../../rule/launchTypes.ts';
import { meansNothing } from '../../rule/refusedMembers.ts';
import type { Rule } from '../../rule/rule.ts';

const refused = ['loadBalancers', 'serviceRegistries', 'networkConfiguration', 'volumeConfigurations'] as const;

export const externalMembers: Rule<Service> = {
  id: 'SD00B',
  severity: 'warning',
  title: 'A service on external instances has no load balancer, registry, network interface or EBS volume.',
  link: links.ecsAnywhere,
  says: 'Service registries are not supported for external launch type.',
  mayBeError: true,
  applies: onExternal,
  check({ document, fields }, report) {
    for (const name of refused) {
      const { key, node } = fields.member(name);
      if (!key || !node || meansNothing(node)) continue;
      report({
        at: key,
        // Of the others ECS's words are not known.
        severity: name === 'serviceRegistries' && fields.str('launchType').value === 'EXTERNAL' ? 'error' : 'warning',
        message: l10n.t('{0} does not go with launch type EXTERNAL: instances outside AWS have none.', name),
        fixes: [removeFix(document, node, `"${name}"`)],
      });
    }
  },
};
