import * as l10n from '@vscode/l10n';
import { strategyItems, type Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const providerTwice: Rule<Service> = {
  id: 'SD005',
  severity: 'warning',
  title: 'A capacity provider stands once in a strategy.',
  link: links.capacityProviderItem,
  check(service, report) {
    const seen = new Map<string, Node>();
    for (const { provider, node } of strategyItems(service.fields)) {
      if (!provider.value) continue;
      const earlier = seen.get(provider.value);
      if (!earlier) {
        seen.set(provider.value, provider.node!);
        continue;
      }
      report({
        at: provider.node!,
        message: l10n.t('{0} stands in the strategy twice; one entry has its base and its weight.', provider.value),
        fixes: [removeFix(service.document, node, provider.value, false)],
        related: [{ range: earlier, message: l10n.t('The first one.') }],
      });
    }
  },
};
