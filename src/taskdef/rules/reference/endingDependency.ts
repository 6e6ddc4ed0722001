import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix, setFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { conditionsOf } from '../../rule/conditionsOf.ts';

export const endingDependency: Rule = {
  id: 'TD058',
  severity: 'error',
  title: 'A container that others wait to end is not essential.',
  link: links.containerDependency,
  says: 'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container.',
  check({ document, containers }, report) {
    for (const { condition, node, target } of conditionsOf(containers)) {
      if ((condition !== 'SUCCESS' && condition !== 'COMPLETE') || !target.essential) continue;
      const others = containers.some((one) => one !== target && one.essential !== false);
      const demote = {
        ...setFix(document, target.node, 'essential', false, others),
        title: l10n.t('Make {0} not essential', target.label),
      };
      report({
        at: node,
        message: l10n.t(
          'A dependency container with {0} condition cannot be an essential container: {1} is, since essential is true when absent.',
          condition,
          target.label,
        ),
        fixes: [...(others ? [demote] : []), changeFix(document, node, 'START', !others)],
      });
    }
  },
};
