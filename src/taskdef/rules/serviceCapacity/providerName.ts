import * as l10n from '@vscode/l10n';
import { fargateProviders, isFargateProvider, strategyItems, type Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import { squash } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';

export const providerName: Rule<Service> = {
  id: 'SD007',
  severity: 'error',
  title:
    'A capacity provider is named, and of names that begin with fargate, ecs or aws only FARGATE and FARGATE_SPOT exist.',
  link: links.capacityProviders,
  says: 'The specified capacity provider name is invalid. The name cannot be prefixed with "aws", "ecs", or "fargate".',
  check(service, report) {
    for (const { provider } of strategyItems(service.fields)) {
      const { value, node } = provider;
      if (value === undefined || !node || isFargateProvider(value)) continue;
      if (value === '') report({ at: node, message: l10n.t('The capacity provider has no name.') });
      if (!/^(?:fargate|ecs|aws)/i.test(value)) continue;
      const meant = fargateProviders.find((one) => squash(one) === squash(value));
      report({
        at: node,
        message: l10n.t(
          '"{0}" is no capacity provider: the names of your own begin neither with aws nor with ecs nor with fargate, and AWS has {1}.',
          value,
          fargateProviders.join(', '),
        ),
        fixes: meant ? [changeFix(service.document, node, meant)] : [],
      });
    }
  },
};
