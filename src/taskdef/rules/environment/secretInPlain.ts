import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import { toParameter } from '../../rule/toParameter.ts';
import { looksSecret } from '../../facts/secretNames.ts';

export const secretInPlain: Rule = {
  id: 'TD079',
  severity: 'warning',
  title: 'A variable whose name says secret is filled from a secret.',
  link: links.secrets,
  check(task, report) {
    for (const container of task.containers) {
      for (const variable of container.fields.list('environment').fields()) {
        const name = variable.str('name').value;
        const { value, node } = variable.str('value');
        if (!name || value === undefined || !node || !looksSecret(name) || !isPlain(value)) continue;
        const fix = toParameter(task, container, variable);
        report({
          at: node,
          fixes: fix ? [fix] : [],
          message: l10n.t(
            '{0} stands here in plain text: whoever may describe the task definition reads it. Put it into "secrets".',
            name,
          ),
        });
      }
    }
  },
};

/** Long enough for a credential, and none of the things that such variables hold when they are not one. */
function isPlain(value: string): boolean {
  if (value.length < 6 || /^(?:true|false|enabled|disabled|example-value|\d+)$/i.test(value)) return false;
  return !/^(?:arn:|\/|https?:\/\/|s3:\/\/)/.test(value);
}
