import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const accessKey: Rule = {
  id: 'TD077',
  severity: 'warning',
  title: 'No AWS access key stands in a task definition.',
  link: links.taskRole,
  check({ containers }, report) {
    for (const { fields } of containers) {
      for (const variable of fields.list('environment').fields()) {
        const { raw, node } = variable.str('value');
        if (raw && node && /(?:^|[^A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/.test(raw)) {
          report({
            at: node,
            message: l10n.t(
              'This is an AWS access key id. The task role gives the application credentials of its own; other keys belong into secrets.',
            ),
          });
        }
      }
    }
  },
};
