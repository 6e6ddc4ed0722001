import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const launchTypeAndStrategy: Rule<Service> = {
  id: 'SD001',
  severity: 'error',
  title: 'A service has a launch type or a capacity provider strategy, not both.',
  link: links.createService,
  says: 'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.',
  check({ document, fields }, report) {
    const launchType = fields.str('launchType');
    if (
      !launchType.node ||
      launchType.missing ||
      launchType.value === '' ||
      !fields.list('capacityProviderStrategy').filled
    )
      return;
    report({
      at: launchType.key ?? launchType.node,
      message: l10n.t('launchType stands beside capacityProviderStrategy; ECS takes one of them.'),
      fixes: [removeFix(document, launchType.node, '"launchType"')],
    });
  },
};
