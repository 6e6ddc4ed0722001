import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const firelensLoop: Rule = {
  id: 'TD08E',
  severity: 'error',
  title: 'The log router does not send its own output to itself.',
  link: links.firelens,
  check({ document, containers }, report) {
    for (const { fields, label } of containers) {
      const { value, node } = fields.fields('logConfiguration').str('logDriver');
      if (
        fields.member('firelensConfiguration').missing ||
        !fields.fields('firelensConfiguration').present ||
        value !== 'awsfirelens' ||
        !node
      )
        continue;
      report({
        at: node,
        message: l10n.t(
          'Container {0} is the log router and would feed its own output to itself: use awslogs, or no logConfiguration.',
          label,
        ),
        fixes: [removeFix(document, fields.member('logConfiguration').node!, '"logConfiguration"', false)],
      });
    }
  },
};
