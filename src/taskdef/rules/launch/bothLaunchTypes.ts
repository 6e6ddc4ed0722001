import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import { allOf } from '../../rule/launchTypes.ts';

export const bothLaunchTypes: Rule = {
  id: 'TD02C',
  severity: 'info',
  title: 'With FARGATE and EC2 both listed, what either of them refuses is refused.',
  link: links.fargateSizes,
  applies: (task) => allOf(task.launch('FARGATE'), task.launch('EC2')),
  check({ fields }, report) {
    const node = fields.list('requiresCompatibilities').items.find((item) => item.value === 'EC2');
    if (node)
      report({
        at: node,
        message: l10n.t('EC2 and FARGATE are both listed: the task must fit both, so all rules of Fargate apply.'),
      });
  },
};
