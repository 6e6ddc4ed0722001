import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertMember } from '../../document/edits.ts';
import type { ToolUse } from '../../document/siblingFacts.ts';
import { writesImage } from '../../rule/imageWriters.ts';
import type { Problem, Rule } from '../../rule/rule.ts';

export const imageMissing: Rule = {
  id: 'TD016',
  severity: 'error',
  title: 'Every container has an image.',
  link: links.containerDefinition,
  neededEvenEmpty: true,
  says: 'Container.image should not be null or empty.',
  check({ document, containers }, report, context) {
    for (const container of containers) {
      const { fields, label, name, node } = container;
      const image = fields.str('image');
      if (!image.missing && image.value?.trim() !== '') continue;
      const uses = context.uses ?? (context.tool ? [{ tool: context.tool }] : []);
      const missing = uses.filter((use) => !writesImage(use, container));
      if (uses.length > 0 && missing.length === 0) continue;
      const fixes = image.node
        ? []
        : [
            {
              title: l10n.t('Add "image"'),
              edits: [insertMember(document.text, node, 'image', 'public.ecr.aws/docker/library/nginx:stable', 'name')],
            },
          ];
      const at = image.node ?? name.node ?? { offset: node.offset, length: 1 };
      report({ at, ...judge(label, missing), fixes });
    }
  },
};

/** What is known of those that get the file without an image for the container. */
function judge(label: string, uses: readonly ToolUse[]): Pick<Problem, 'message' | 'severity'> {
  const [use] = uses;
  if (use?.by !== undefined && !use.elsewhere && use.tool === 'github-action') {
    const file = use.by.slice(use.by.lastIndexOf('/') + 1);
    return {
      // Steps that nobody can read may write one.
      severity: use.rewriting?.images ? 'error' : 'warning',
      message: l10n.t('Container {0} has no image, and {1} writes none into it.', label, file),
    };
  }
  if (uses.length > 0 && uses.every(({ tool }) => tool === 'github-action')) {
    const message = l10n.t('Container {0} has no image; amazon-ecs-render-task-definition must fill it in.', label);
    return { severity: 'info', message };
  }
  return { severity: 'error', message: l10n.t('Container {0} has no image.', label) };
}
