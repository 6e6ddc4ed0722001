import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const sameRoles: Rule = {
  id: 'TD01C',
  severity: 'hint',
  title: 'The application has a role of its own, not the one that pulls images and reads secrets.',
  link: links.taskRole,
  check({ fields }, report) {
    const role = fields.str('taskRoleArn');
    const execution = fields.str('executionRoleArn');
    if (!role.value || !role.node || role.value !== execution.value) return;
    report({
      at: role.node,
      message: l10n.t(
        'The task role is the execution role: the application may pull images and read every secret that ECS can.',
      ),
    });
  },
};
