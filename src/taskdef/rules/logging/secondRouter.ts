import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const secondRouter: Rule = {
  id: 'TD08J',
  severity: 'error',
  title: 'At most one container is the log router.',
  link: links.firelens,
  check({ document, containers }, report) {
    const [first, ...others] = containers.filter(({ fields }) => fields.fields('firelensConfiguration').present);
    for (const { fields, label } of others) {
      const { key, node } = fields.member('firelensConfiguration');
      report({
        at: key!,
        message: l10n.t('Container {0} is the log router already; {1} cannot be a second one.', first!.label, label),
        fixes: [removeFix(document, node!, '"firelensConfiguration"', false)],
      });
    }
  },
};
