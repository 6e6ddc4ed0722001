import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const variableName: Rule = {
  id: 'TD07E',
  severity: 'error',
  title: 'An environment variable has a name without =, and a secret has a name too.',
  link: links.containerDefinition,
  neededEvenEmpty: true,
  check({ document, containers }, report) {
    for (const { fields, label } of containers) {
      for (const variable of fields.list('environment').fields()) {
        const { value, node, missing } = variable.str('name');
        if (missing && !node)
          report({
            at: variable.member('value').node ?? { offset: variable.node!.offset, length: 1 },
            message: l10n.t('An environment variable of container {0} has no name.', label),
          });
        if (value === undefined || !node) continue;
        const [name, ...rest] = value.split('=');
        if (value === '')
          report({
            at: node,
            message: l10n.t('An environment variable of container {0} has an empty name.', label),
            fixes: [removeFix(document, variable.node!, l10n.t('the variable'))],
          });
        else if (rest.length > 0)
          report({
            at: node,
            message: l10n.t('"{0}": the name of a variable has no =; what follows belongs into "value".', name ?? ''),
            fixes: name ? [changeFix(document, node, name, false)] : [],
          });
      }
      for (const secret of fields.list('secrets').fields()) {
        const { value, node } = secret.str('name');
        if (value === '' && node)
          report({ at: node, message: l10n.t('A secret of container {0} has an empty name.', label) });
        else if (value?.includes('=') && node)
          report({ at: node, message: l10n.t('"{0}": the name of a variable has no =.', value) });
      }
    }
  },
};
