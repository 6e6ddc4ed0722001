import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';

export const privilegedContainer: Rule = {
  id: 'TD0C4',
  severity: 'warning',
  title: 'A container is not privileged.',
  link: links.security,
  applies: (task) => (isSure(onFargate(task)) || task.windows === 'yes' ? 'no' : 'yes'),
  check({ document, containers }, report) {
    for (const { fields, label } of containers) {
      const { value, node } = fields.bool('privileged');
      if (value === true && node)
        report({
          at: node,
          message: l10n.t('Container {0} has the power of root over its instance.', label),
          fixes: [removeFix(document, node, '"privileged"', false)],
        });
    }
  },
};
