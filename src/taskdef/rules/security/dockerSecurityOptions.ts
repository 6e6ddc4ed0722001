import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';

export const dockerSecurityOptions: Rule = {
  id: 'TD0A2',
  severity: 'error',
  title: 'Docker security options are for EC2, and of a known form.',
  link: links.containerDefinition,
  says: 'Fargate compatible task definitions do not support dockerSecurityOptions.',
  check(task, report) {
    const fargate = onFargate(task);
    for (const { fields } of task.containers) {
      const list = fields.list('dockerSecurityOptions');
      if (!list.key || !list.node || !list.filled) continue;
      if (isSure(fargate)) {
        report({
          at: list.key,
          severity: fargate === 'yes' ? 'error' : 'warning',
          message: l10n.t('Fargate compatible task definitions do not support dockerSecurityOptions.'),
          fixes: [removeFix(task.document, list.node, '"dockerSecurityOptions"')],
        });
        continue;
      }
      for (const { value, node } of list.texts()) {
        if (
          value === undefined ||
          /^(?:no-new-privileges(?::(?:true|false))?|apparmor:.+|label:.+|credentialspec:.+|seccomp:.+)$/.test(value)
        )
          continue;
        report({
          at: node,
          message: l10n.t(
            '"{0}" is not a security option: no-new-privileges, apparmor:PROFILE, label:VALUE or credentialspec:FILE.',
            value,
          ),
        });
      }
    }
  },
};
