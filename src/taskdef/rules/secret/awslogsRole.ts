import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate, onManagedInstances } from '../../rule/launchTypes.ts';
import { roleFix } from '../../rule/executionRole.ts';

export const awslogsRole: Rule = {
  id: 'TD071',
  severity: 'error',
  title: 'On Fargate the awslogs driver needs an execution role.',
  link: links.executionRole,
  says: 'Fargate requires task definition to have execution role ARN to support log driver awslogs.',
  applies: (task) => (isSure(onFargate(task)) ? onFargate(task) : onManagedInstances(task)),
  check(task, report) {
    if (!task.fields.member('executionRoleArn').missing) return;
    for (const { fields } of task.containers) {
      const { value, node } = fields.fields('logConfiguration').str('logDriver');
      if (value !== 'awslogs' || !node) continue;
      report({
        at: node,
        message: l10n.t('Fargate requires task definition to have execution role ARN to support log driver awslogs.'),
        fixes: roleFix(task),
      });
    }
  },
};
