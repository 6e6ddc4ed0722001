import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { anchorOf } from '../../document/task.ts';

export const initProcess: Rule = {
  id: 'TD0C7',
  severity: 'hint',
  title: 'A container that ECS Exec enters has an init process, a task role and somewhere to write.',
  link: links.exec,
  applies: (task) => (task.windows === 'yes' ? 'no' : 'yes'),
  check({ containers, document, fields: task }, report, context) {
    if (context.siblings?.enableExecuteCommand !== true) return;
    if (task.member('taskRoleArn').missing && task.present)
      report({
        at: anchorOf(task),
        message: l10n.t('The service enables ECS Exec, which needs a taskRoleArn with ssmmessages permissions.'),
      });
    for (const { fields, label, node, name } of containers) {
      const linux = fields.fields('linuxParameters');
      if (!linux.member('initProcessEnabled').missing || linux.member('initProcessEnabled').node) continue;
      const fixes = linux.present
        ? [addFix(document, linux.node!, 'initProcessEnabled', true, { preferred: false })]
        : linux.node
          ? []
          : [addFix(document, node, 'linuxParameters', { initProcessEnabled: true }, { preferred: false })];
      report({
        at: name.node ?? { offset: node.offset, length: 1 },
        message: l10n.t(
          'The service enables ECS Exec: with initProcessEnabled the shells it leaves behind in {0} are cleaned up.',
          label,
        ),
        fixes,
      });
    }
  },
};
