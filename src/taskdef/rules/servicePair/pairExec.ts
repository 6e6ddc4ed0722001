import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const pairExec: Rule<Service> = {
  id: 'SD02A',
  severity: 'error',
  title: 'A service with ECS Exec has a task role.',
  link: links.exec,
  says: "The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
  applies: ({ pair }) => pair,
  check({ document, fields, task, taskFile }, report) {
    const { value, node, key } = fields.bool('enableExecuteCommand');
    if (!value || !node || !key || !task?.fields.present) return;
    const role = task.fields.str('taskRoleArn');
    if (!role.missing && role.value !== '') return;
    report({
      at: key,
      message: l10n.t('ECS Exec needs a task role, and {0} has no taskRoleArn.', taskFile ?? ''),
      fixes: [changeFix(document, node, false, false)],
    });
  },
};
