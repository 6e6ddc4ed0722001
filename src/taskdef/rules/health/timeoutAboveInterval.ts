import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const timeoutAboveInterval: Rule = {
  id: 'TD093',
  severity: 'hint',
  title: 'A health check ends before the next one begins.',
  link: links.healthCheck,
  check({ containers }, report) {
    for (const { fields } of containers) {
      const check = fields.fields('healthCheck');
      const timeout = check.num('timeout');
      const interval = check.num('interval');
      const every = interval.value ?? (interval.missing ? 30 : undefined);
      if (timeout.value === undefined || !timeout.node || every === undefined || timeout.value < every) continue;
      report({
        at: timeout.node,
        message: l10n.t(
          'A check may take {0} seconds, and the next begins after {1}: they overlap.',
          timeout.value,
          every,
        ),
      });
    }
  },
};
