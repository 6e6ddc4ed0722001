import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { onFargate } from '../../rule/launchTypes.ts';
import type { Rule } from '../../rule/rule.ts';

export const fargatePlacement: Rule<Service> = {
  id: 'SD00M',
  severity: 'error',
  title: 'A service on Fargate has neither placement constraints nor a placement strategy.',
  link: links.placement,
  says: 'Placement constraints are not supported with FARGATE launch type.',
  applies: onFargate,
  check({ document, fields }, report) {
    const refused = {
      placementConstraints: l10n.t('Placement constraints are not supported with Fargate, which has no instances.'),
      placementStrategy: l10n.t(
        'Placement strategies are not supported with Fargate, which spreads tasks over Availability Zones by itself.',
      ),
    };
    for (const [name, message] of Object.entries(refused)) {
      const list = fields.list(name);
      if (!list.key || !list.node || !list.filled) continue;
      report({ at: list.key, message, fixes: [removeFix(document, list.node, `"${name}"`)] });
    }
  },
};
