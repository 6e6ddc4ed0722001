import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const noEssential: Rule = {
  id: 'TD030',
  severity: 'error',
  title: 'At least one container is essential.',
  link: links.containerDefinition,
  says: "Task definition doesn't have any essential container.",
  check({ document, containers, fields }, report) {
    const list = document.kind === 'containers' ? undefined : fields.list('containerDefinitions');
    if (containers.length === 0 || !containers.every(({ essential }) => essential === false)) return;
    if (list && !(list.certain && list.items.length === containers.length)) return;
    const node = containers[0]!.fields.member('essential').node!;
    report({
      at: node,
      message: l10n.t("Task definition doesn't have any essential container: at least one must be."),
      fixes: [changeFix(document, node, true)],
    });
  },
};
