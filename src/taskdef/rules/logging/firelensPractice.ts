import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix, changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const firelensPractice: Rule = {
  id: 'TD08F',
  severity: 'hint',
  title: 'The log router is essential, has memory reserved and does not run on Windows.',
  link: links.firelens,
  mayBeError: true,
  check({ document, containers, windows, fields: task }, report) {
    for (const { fields, label, essential, node } of containers) {
      const router = fields.fields('firelensConfiguration');
      if (!router.present || !router.key) continue;
      if (windows === 'yes')
        report({ at: router.key, severity: 'error', message: l10n.t('FireLens is not supported on Windows.') });
      if (essential === false)
        report({
          at: fields.member('essential').node!,
          message: l10n.t('When the log router {0} stops, all logs are lost silently: make it essential.', label),
          fixes: [changeFix(document, fields.member('essential').node!, true, false)],
        });
      if (
        fields.member('memoryReservation').missing &&
        fields.member('memory').missing &&
        !fields.member('memoryReservation').node &&
        task.present
      ) {
        report({
          at: router.key,
          message: l10n.t('The log router {0} has no memory reserved; 50 MiB is the least that is recommended.', label),
          fixes: [addFix(document, node, 'memoryReservation', 64, { preferred: false })],
        });
      }
    }
  },
};
