import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const duplicateSecret: Rule = {
  id: 'TD075',
  severity: 'error',
  title: 'Names of secrets are unique in a container.',
  link: links.secrets,
  says: 'Duplicate secret names found: X. Each secret name must be unique.',
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const seen = new Set<string>();
      for (const secret of fields.list('secrets').fields()) {
        const { value, node } = secret.str('name');
        if (value === undefined || !node) continue;
        if (seen.has(value))
          report({
            at: node,
            message: l10n.t('Duplicate secret names found: {0}. Each secret name must be unique.', value),
            fixes: [removeFix(document, secret.node!, l10n.t('the second {0}', value), false)],
          });
        seen.add(value);
      }
    }
  },
};
