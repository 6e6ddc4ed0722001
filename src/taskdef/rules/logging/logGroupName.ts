import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { logOptionsOf } from '../../rule/logOptionsOf.ts';

export const logGroupName: Rule = {
  id: 'TD087',
  severity: 'error',
  title: 'A log group has 1 to 512 letters, digits and the signs _-/.#.',
  link: links.awslogs,
  check(task, report) {
    for (const { driver, options } of logOptionsOf(task)) {
      const { value, node } = options.str('awslogs-group');
      if (driver !== 'awslogs' || value === undefined || !node || /^[\w\-/.#]{1,512}$/.test(value)) continue;
      const repaired = value
        .trim()
        .replaceAll(/[^\w\-/.#]+/g, '-')
        .slice(0, 512);
      report({
        at: node,
        message: l10n.t(
          '"{0}" is not the name of a log group: 1 to 512 letters, digits and the signs _-/.#.',
          value.slice(0, 60),
        ),
        fixes: repaired ? [changeFix(task.document, node, repaired, false)] : [],
      });
    }
  },
};
