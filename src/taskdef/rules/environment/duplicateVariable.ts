import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const duplicateVariable: Rule = {
  id: 'TD074',
  severity: 'warning',
  title: 'An environment variable is set once; of two the last wins.',
  link: links.containerDefinition,
  check({ document, containers }, report) {
    for (const { fields, label } of containers) {
      const later = new Map<string, Node>();
      for (const variable of fields.list('environment').fields().toReversed()) {
        const { value, node } = variable.str('name');
        if (value === undefined || !node) continue;
        const last = later.get(value);
        if (last) {
          report({
            at: node,
            message: l10n.t('Container {0} sets {1} again below; the last one wins.', label, value),
            related: [{ range: last, message: l10n.t('This one counts.') }],
            fixes: [removeFix(document, variable.node!, l10n.t('the earlier {0}', value), false)],
          });
        } else later.set(value, node);
      }
    }
  },
};
