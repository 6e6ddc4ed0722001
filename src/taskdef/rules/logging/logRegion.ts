import * as l10n from '@vscode/l10n';
import { regions } from '../../../ecs/regions.ts';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';
import { logOptionsOf } from '../../rule/logOptionsOf.ts';

export const logRegion: Rule = {
  id: 'TD088',
  severity: 'warning',
  title: 'awslogs-region is a Region.',
  link: links.awslogs,
  check(task, report) {
    for (const { driver, options } of logOptionsOf(task)) {
      const { value, node } = options.str('awslogs-region');
      if (driver !== 'awslogs' || value === undefined || !node || Object.hasOwn(regions, value)) continue;
      // An Availability Zone is its Region and a letter.
      const zone = value.slice(0, -1);
      const guess = Object.hasOwn(regions, zone) ? zone : nearest(value, Object.keys(regions));
      report({
        at: node,
        message: l10n.t('"{0}" is not a known Region.', value),
        fixes: guess ? [changeFix(task.document, node, guess)] : [],
      });
    }
  },
};
