import * as l10n from '@vscode/l10n';
import { targetsOf, type Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';

export const pairContainer: Rule<Service> = {
  id: 'SD020',
  severity: 'error',
  title: 'The container of a load balancer or registry exists in the task definition.',
  link: links.loadBalancing,
  says: 'The container x does not exist in the task definition.',
  applies: ({ pair }) => pair,
  check({ document, fields, task, taskFile }, report) {
    if (!task?.containersCertain || task.containers.length === 0) return;
    const names = task.containers.flatMap(({ name }) => name.value ?? []);
    for (const target of targetsOf(fields)) {
      const { value, node } = target.str('containerName');
      if (!value || !node || names.includes(value)) continue;
      const meant = names.length === 1 ? names[0] : nearest(value, names);
      report({
        at: node,
        message: l10n.t('{0} has no container {1}; it has {2}.', taskFile ?? '', value, names.join(', ')),
        fixes: meant ? [changeFix(document, node, meant)] : [],
      });
    }
  },
};
