import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';

const most = 120;

export const timeouts: Rule = {
  id: 'TD096',
  severity: 'error',
  title: 'Start and stop timeouts are 2 seconds or more, on Fargate at most 120.',
  link: links.containerDefinition,
  says: 'Tasks using the Fargate launch type must have a container stop timeout of less than 120 seconds.',
  check(task, report) {
    const { document, containers } = task;
    const fargate = onFargate(task);
    for (const { fields } of containers) {
      for (const name of ['startTimeout', 'stopTimeout']) {
        const { value, node } = fields.num(name);
        if (value === undefined || !node) continue;
        if (value < 2)
          report({
            at: node,
            message: l10n.t('{0} is {1}; the least is 2 seconds.', name, value),
            fixes: [changeFix(document, node, 2)],
          });
        else if (value > most && isSure(fargate)) {
          report({
            at: node,
            severity: fargate === 'yes' ? 'error' : 'warning',
            message: l10n.t(
              '{0} is {1} seconds; tasks using the Fargate launch type have at most {2}.',
              name,
              value,
              most,
            ),
            fixes: [changeFix(document, node, most)],
          });
        }
      }
    }
  },
};
