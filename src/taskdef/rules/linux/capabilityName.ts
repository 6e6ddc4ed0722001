import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import { capabilities } from '../../facts/linuxNames.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';

export const capabilityName: Rule = {
  id: 'TD0A5',
  severity: 'error',
  title: 'A capability is written in upper case and without CAP_.',
  link: links.containerDefinition,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const holder = fields.fields('linuxParameters').fields('capabilities');
      for (const { value, node } of [...holder.list('add').texts(), ...holder.list('drop').texts()]) {
        if (value === undefined || capabilities.includes(value)) continue;
        const plain = value.trim().toUpperCase().replace(/^CAP_/, '');
        const guess = capabilities.includes(plain) ? plain : nearest(plain, capabilities);
        report({
          at: node,
          message: guess
            ? l10n.t('"{0}" is not a capability that ECS knows: write {1}.', value, guess)
            : l10n.t('"{0}" is not a capability that ECS knows.', value),
          fixes: guess ? [changeFix(document, node, guess)] : [],
        });
      }
    }
  },
};
