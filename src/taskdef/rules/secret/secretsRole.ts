import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import { roleFix } from '../../rule/executionRole.ts';

export const secretsRole: Rule = {
  id: 'TD072',
  severity: 'error',
  title: 'Secrets are read with an execution role, on every launch type.',
  link: links.secrets,
  says: "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
  check(task, report) {
    if (!task.fields.member('executionRoleArn').missing) return;
    for (const { fields } of task.containers) {
      for (const list of [fields.list('secrets'), fields.fields('logConfiguration').list('secretOptions')]) {
        if (!list.filled || !list.key) continue;
        report({
          at: list.key,
          message: l10n.t(
            "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
          ),
          fixes: roleFix(task),
        });
      }
    }
  },
};
