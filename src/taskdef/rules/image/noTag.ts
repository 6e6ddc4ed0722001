import * as l10n from '@vscode/l10n';
import { parseImage } from '../../../ecs/image.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const noTag: Rule = {
  id: 'TD0C1',
  severity: 'hint',
  title: 'An image has a tag or digest.',
  link: links.containerImage,
  check({ containers }, report) {
    for (const { fields } of containers) {
      const { value, node } = fields.str('image');
      if (!value || !node) continue;
      const { tag, digest, repository } = parseImage(value);
      if (tag === undefined && digest === undefined && repository !== '')
        report({
          at: node,
          message: l10n.t('Without a tag this is "{0}:latest", which is another image tomorrow.', value.trim()),
        });
    }
  },
};
