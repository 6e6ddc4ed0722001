import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Fix } from '../../rule/finding.ts';
import { removeFix } from '../../rule/fixes.ts';
import { logOptions } from '../../facts/logOptionTable.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';
import { logOptionsOf } from '../../rule/logOptionsOf.ts';

export const unknownOption: Rule = {
  id: 'TD085',
  severity: 'error',
  title: 'A log driver takes its own options only.',
  link: links.awslogs,
  says: 'Log driver awslogs disallows options: log_key',
  check(task, report) {
    const { document } = task;
    for (const { driver, options } of logOptionsOf(task)) {
      const known = driver === undefined ? undefined : logOptions[driver];
      if (!known) continue;
      const allowed = [...known.required, ...known.optional];
      for (const { name, key, node } of options.entries()) {
        if (allowed.includes(name) || document.isUnknown(key)) continue;
        const guess = nearest(name, allowed);
        const free = guess !== undefined && !options.has(guess);
        const fixes: Fix[] = free
          ? [
              {
                title: l10n.t('Rename to "{0}"', guess),
                edits: [{ offset: key.offset, length: key.length, text: JSON.stringify(guess) }],
                preferred: true,
              },
            ]
          : [];
        fixes.push(removeFix(document, node, `"${name}"`, !free));
        const message = guess
          ? l10n.t('Log driver {0} disallows options: {1}. Did you mean {2}?', driver!, name, guess)
          : l10n.t('Log driver {0} disallows options: {1}.', driver!, name);
        // Other drivers are Docker's own, and new versions of it know more.
        report({ at: key, message, fixes, severity: driver === 'awslogs' ? 'error' : 'warning' });
      }
    }
  },
};
