import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { logOptionsOf } from '../../rule/logOptionsOf.ts';

export const logMode: Rule = {
  id: 'TD089',
  severity: 'warning',
  title: 'Log mode is blocking or non-blocking; the buffer size goes with non-blocking.',
  link: links.awslogs,
  check(task, report) {
    const { document } = task;
    for (const { driver, options } of logOptionsOf(task)) {
      // With FireLens these names may be the output plugin's own.
      if (driver === undefined || driver === 'awsfirelens') continue;
      const mode = options.str('mode');
      if (mode.value !== undefined && mode.node && !['blocking', 'non-blocking'].includes(mode.value)) {
        report({
          at: mode.node,
          message: l10n.t('"{0}" is not a log mode: blocking or non-blocking.', mode.value),
          fixes: [changeFix(document, mode.node, /^block/i.test(mode.value) ? 'blocking' : 'non-blocking')],
        });
      }
      const create = options.str('awslogs-create-group');
      if (create.value !== undefined && create.node && !/^(?:[01tf]|true|false)$/i.test(create.value))
        report({
          at: create.node,
          message: l10n.t('"{0}" is neither true nor false.', create.value),
        });
      const size = options.str('max-buffer-size');
      if (size.value === undefined || !size.node) continue;
      if (!/^\d+[kmg]?$/i.test(size.value))
        report({
          at: size.node,
          message: l10n.t('"{0}" is not a buffer size: write a number with k, m or g, such as 10m.', size.value),
        });
      else if (mode.value === 'blocking')
        report({
          at: size.key!,
          message: l10n.t('max-buffer-size has no effect with mode blocking.'),
          fixes: [removeFix(document, size.node, '"max-buffer-size"')],
        });
    }
  },
};
