import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { onFargate } from '../../rule/launchTypes.ts';

export const pidMode: Rule = {
  id: 'TD0AB',
  severity: 'error',
  title: 'On Fargate the process namespace is shared within the task only.',
  link: links.fargate,
  says: "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'.",
  applies: onFargate,
  check({ document, fields }, report) {
    const { value, node } = fields.str('pidMode');
    if (value !== 'host' || !node) return;
    report({
      at: node,
      message: l10n.t(
        "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'.",
      ),
      fixes: [changeFix(document, node, 'task')],
    });
  },
};
