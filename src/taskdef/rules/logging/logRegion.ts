import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import { nearest } from '../../rule/nearest.ts';
import { regions } from '../../facts/regions.ts';
import type { Rule } from '../../rule/rule.ts';
import { logOptionsOf } from './logOptionsOf.ts';

export const logRegion: Rule = {
  id: 'TD088',
  severity: 'warning',
  title: 'awslogs-region is a Region.',
  link: links.awslogs,
  check(task, report) {
    for (const { driver, options } of logOptionsOf(task)) {
      const { value, node } = options.str('awslogs-region');
      if (driver !== 'awslogs' || value === undefined || !node || regions.includes(value)) continue;
      const zone = /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/.exec(value)?.[1];
      const guess = zone && regions.includes(zone) ? zone : nearest(value, regions);
      report({
        at: node,
        message: l10n.t('"{0}" is no Region that is known.', value),
        fixes: guess ? [changeFix(task.document, node, guess)] : [],
      });
    }
  },
};
