import * as l10n from '@vscode/l10n';
import { isFargateProvider, strategyItems, type Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const mixedProviders: Rule<Service> = {
  id: 'SD002',
  severity: 'error',
  title: 'A capacity provider strategy has Fargate providers or others, not both.',
  link: links.capacityProviders,
  says: 'A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers. Specify one or the other and try again.',
  check(service, report) {
    const items = strategyItems(service.fields).filter(({ provider }) => provider.value?.trim());
    const fargate = items.find(({ provider }) => isFargateProvider(provider.value!));
    if (!fargate) return;
    for (const { provider, node } of items) {
      if (isFargateProvider(provider.value!) || nearlyFargate(provider.value!)) continue;
      report({
        at: provider.node!,
        message: l10n.t(
          '{0} is no Fargate capacity provider and cannot stand beside {1} in one strategy.',
          provider.value!,
          fargate.provider.value!,
        ),
        fixes: [removeFix(service.document, node, provider.value!, false)],
      });
    }
  },
};

/** A mistyped FARGATE is the matter of another rule. */
function nearlyFargate(name: string): boolean {
  return /^fargate/i.test(name);
}
