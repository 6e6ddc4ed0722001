import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const swap: Rule = {
  id: 'TD0AE',
  severity: 'error',
  title: 'swappiness is 0 to 100 and needs maxSwap.',
  link: links.containerDefinition,
  check({ containers, issues, document }, report) {
    for (const { node, member, actual } of issues.limits) {
      if (
        !['LinuxParameters.swappiness', 'LinuxParameters.maxSwap', 'LinuxParameters.sharedMemorySize'].includes(
          member.id,
        )
      )
        continue;
      const { minimum = 0, maximum } = member.limits;
      const bound = maximum !== undefined && actual > maximum ? maximum : minimum;
      report({
        at: node,
        message:
          maximum === undefined
            ? l10n.t('{0} is {1}; the least is {2}.', member.name, actual, minimum)
            : l10n.t('{0} is {1}; ECS accepts {2} to {3}.', member.name, actual, minimum, maximum),
        fixes: [changeFix(document, node, bound)],
      });
    }
    for (const { fields } of containers) {
      const linux = fields.fields('linuxParameters');
      const { value, key } = linux.num('swappiness');
      if (value !== undefined && key && linux.member('maxSwap').missing)
        report({ at: key, severity: 'warning', message: l10n.t('swappiness has no effect without maxSwap.') });
    }
  },
};
