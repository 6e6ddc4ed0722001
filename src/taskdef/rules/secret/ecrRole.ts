import * as l10n from '@vscode/l10n';
import { parseEcrImage } from '../../../ecs/image.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate, onManagedInstances } from '../../rule/launchTypes.ts';
import { roleFix } from '../../rule/executionRole.ts';

export const ecrRole: Rule = {
  id: 'TD070',
  severity: 'error',
  title: 'Fargate pulls private ECR images with an execution role.',
  link: links.executionRole,
  says: 'Fargate requires task definition to have execution role ARN to support ECR images.',
  applies: (task) => (isSure(onFargate(task)) ? onFargate(task) : onManagedInstances(task)),
  check(task, report) {
    if (!task.fields.member('executionRoleArn').missing) return;
    for (const { fields } of task.containers) {
      const { raw, node } = fields.str('image');
      if (raw === undefined || !node || !parseEcrImage(raw)) continue;
      report({
        at: node,
        message: l10n.t('Fargate requires task definition to have execution role ARN to support ECR images.'),
        fixes: roleFix(task),
      });
    }
  },
};
