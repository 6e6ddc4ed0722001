import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { secretLogOptions } from '../../facts/logOptionTable.ts';
import type { Rule } from '../../rule/rule.ts';
import { logOptionsOf } from '../../rule/logOptionsOf.ts';

export const secretLogOption: Rule = {
  id: 'TD08G',
  severity: 'warning',
  title: 'Credentials of log drivers stand in secretOptions.',
  link: links.containerDefinition,
  check(task, report) {
    for (const { options } of logOptionsOf(task)) {
      for (const { name, value, node } of options.entries()) {
        if (!secretLogOptions.includes(name) || !value) continue;
        report({
          at: node,
          message: l10n.t(
            '{0} stands here in plain text: whoever may describe the task definition reads it. Put it into "secretOptions".',
            name,
          ),
        });
      }
    }
  },
};
