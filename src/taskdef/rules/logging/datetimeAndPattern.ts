import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { logOptionsOf } from '../../rule/logOptionsOf.ts';

export const datetimeAndPattern: Rule = {
  id: 'TD086',
  severity: 'error',
  title: 'awslogs-datetime-format and awslogs-multiline-pattern exclude each other.',
  link: links.awslogs,
  check(task, report) {
    for (const { options } of logOptionsOf(task)) {
      const pattern = options.member('awslogs-multiline-pattern');
      const format = options.member('awslogs-datetime-format');
      if (!pattern.key || !format.key || pattern.missing || format.missing) continue;
      report({
        at: pattern.key,
        message: l10n.t('awslogs-multiline-pattern and awslogs-datetime-format cannot be configured together.'),
        fixes: [
          removeFix(task.document, pattern.node!, '"awslogs-multiline-pattern"', false),
          removeFix(task.document, format.node!, '"awslogs-datetime-format"', false),
        ],
      });
    }
  },
};
