import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import { logOptions } from '../../facts/logOptionTable.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';
import { logOptionsOf } from '../../rule/logOptionsOf.ts';

export const secretOptionName: Rule = {
  id: 'TD08I',
  severity: 'warning',
  title: 'A secret option is an option of the log driver.',
  link: links.containerDefinition,
  check(task, report) {
    for (const { driver, log } of logOptionsOf(task)) {
      const known = driver === undefined ? undefined : logOptions[driver];
      if (!known) continue;
      const allowed = [...known.required, ...known.optional];
      for (const secret of log.list('secretOptions').fields()) {
        const { value, node } = secret.str('name');
        if (value === undefined || !node || allowed.includes(value)) continue;
        const guess = nearest(value, allowed);
        report({
          at: node,
          message: l10n.t('Log driver {0} has no option {1}.', driver!, value),
          fixes: guess ? [changeFix(task.document, node, guess)] : [],
        });
      }
    }
  },
};
