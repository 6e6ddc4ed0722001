import * as l10n from '@vscode/l10n';
import { strategyItems, type Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const providerBase: Rule<Service> = {
  id: 'SD003',
  severity: 'error',
  title: 'One capacity provider of a strategy has a base.',
  link: links.capacityProviderItem,
  says: 'There are multiple capacity providers in the specified capacity provider strategy with a base value defined.',
  check(service, report) {
    // A base of 0 is none: describe output has one for each provider.
    const bases = strategyItems(service.fields)
      .map(({ fields }) => fields.num('base'))
      .filter(({ value }) => value !== undefined && value > 0);
    const [first, ...others] = bases;
    for (const { node, value } of others) {
      report({
        at: node!,
        message: l10n.t('This is a second base of {0}; only one capacity provider may have a base.', value!),
        fixes: [removeFix(service.document, node!, '"base"', false)],
        related: [{ range: first!.node!, message: l10n.t('The first one.') }],
      });
    }
  },
};
