import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import { roleFix } from '../../rule/executionRole.ts';

export const registryRole: Rule = {
  id: 'TD073',
  severity: 'error',
  title: 'Credentials of a private registry are read with an execution role.',
  link: links.privateRegistry,
  says: 'Private repository authentication requires that the task definition specify a value for executionRoleArn.',
  check(task, report) {
    if (!task.fields.member('executionRoleArn').missing) return;
    for (const { fields } of task.containers) {
      const credentials = fields.fields('repositoryCredentials');
      if (!credentials.present || !credentials.key) continue;
      report({
        at: credentials.key,
        message: l10n.t(
          'Private repository authentication requires that the task definition specify a value for executionRoleArn.',
        ),
        fixes: roleFix(task),
      });
    }
  },
};
