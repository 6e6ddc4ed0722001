import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertMember } from '../../document/edits.ts';
import type { Rule } from '../../rule/rule.ts';

export const imageMissing: Rule = {
  id: 'TD016',
  severity: 'error',
  title: 'Every container has an image.',
  link: links.containerDefinition,
  says: 'Container.image should not be null or empty.',
  check({ document, containers }, report, context) {
    for (const { fields, label, name, node } of containers) {
      const image = fields.str('image');
      if (!image.missing && image.value?.trim() !== '') continue;
      const fixes = image.node
        ? []
        : [
            {
              title: l10n.t('Add "image"'),
              edits: [insertMember(document.text, node, 'image', 'public.ecr.aws/docker/library/nginx:stable', 'name')],
            },
          ];
      report({
        at: image.node ?? name.node ?? { offset: node.offset, length: 1 },
        severity: context.tool === 'github-action' ? 'info' : 'error',
        message:
          context.tool === 'github-action'
            ? l10n.t('Container {0} has no image; amazon-ecs-render-task-definition must fill it in.', label)
            : l10n.t('Container {0} has no image.', label),
        fixes,
      });
    }
  },
};
