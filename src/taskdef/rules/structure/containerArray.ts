import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { wrapContainers } from '../../rule/wrap.ts';
import type { Rule } from '../../rule/rule.ts';

export const containerArray: Rule = {
  id: 'TD005',
  severity: 'info',
  title: 'A bare array of containers is checked as such: what belongs to the task stands elsewhere.',
  link: links.containerDefinition,
  check({ document }, report) {
    const root = document.root;
    if (document.kind !== 'containers' || root?.type !== 'array') return;
    report({
      at: { offset: root.offset, length: 1 },
      message: l10n.t(
        'A list of container definitions, as Terraform and --container-definitions take it. Rules on the whole task are left out.',
      ),
      fixes: [{ title: l10n.t('Wrap in a task definition'), edits: wrapContainers(document, root) }],
    });
  },
};
