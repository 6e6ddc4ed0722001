import * as l10n from '@vscode/l10n';
import { parseImage } from '../../../ecs/image.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const latestTag: Rule = {
  id: 'TD0C0',
  severity: 'hint',
  title: 'An image has a tag that stays what it is.',
  link: links.containerImage,
  check({ containers }, report) {
    for (const { fields } of containers) {
      const { value, node } = fields.str('image');
      if (!value || !node || parseImage(value).digest !== undefined || parseImage(value).tag !== 'latest') continue;
      report({
        at: node,
        message: l10n.t(
          '"latest" is another image tomorrow: a rollback does not bring back what ran before. Use a version or digest.',
        ),
      });
    }
  },
};
