import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const localhost: Rule = {
  id: 'TD095',
  severity: 'hint',
  title: 'A health check names 127.0.0.1 rather than localhost.',
  link: links.healthCheck,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      for (const { value, raw, node } of fields.fields('healthCheck').list('command').texts()) {
        if (!raw || !/\/\/localhost\b/.test(raw)) continue;
        report({
          at: node,
          message: l10n.t('localhost may mean ::1, on which many programs do not listen; 127.0.0.1 is certain.'),
          fixes:
            value === undefined
              ? []
              : [changeFix(document, node, value.replaceAll('//localhost', '//127.0.0.1'), false)],
        });
      }
    }
  },
};
