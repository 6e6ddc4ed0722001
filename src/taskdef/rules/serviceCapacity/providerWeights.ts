import * as l10n from '@vscode/l10n';
import { strategyItems, type Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { setFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const providerWeights: Rule<Service> = {
  id: 'SD004',
  severity: 'error',
  title: 'A capacity provider of the strategy has a weight above 0.',
  link: links.capacityProviderItem,
  says: 'There are no capacity providers in the capacity provider strategy with a weight value greater than zero.',
  check(service, report) {
    const list = service.fields.list('capacityProviderStrategy');
    const items = strategyItems(service.fields);
    if (!list.certain || items.length === 0 || items.length !== list.items.length) return;
    const weights = items.map(({ fields }) => fields.num('weight'));
    if (!weights.every(({ value, missing }) => missing || value === 0)) return;
    report({
      at: weights[0]!.node ?? list.key ?? items[0]!.node,
      // ECS's words are known of strategies with several.
      severity: items.length === 1 ? 'warning' : 'error',
      message: l10n.t('No capacity provider has a weight above 0, which is what one has without a weight.'),
      fixes: items.length === 1 ? [setFix(service.document, items[0]!.node, 'weight', 1)] : [],
    });
  },
};
