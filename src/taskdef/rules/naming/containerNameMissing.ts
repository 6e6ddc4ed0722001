import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertMember, replaceNode } from '../../document/edits.ts';
import type { Rule } from '../../rule/rule.ts';

export const containerNameMissing: Rule = {
  id: 'TD014',
  severity: 'error',
  title: 'Every container has a name.',
  link: links.containerDefinition,
  says: 'Container.name should not be null or empty.',
  neededEvenEmpty: true,
  check({ document, containers, fields }, report) {
    for (const { name, node, index } of containers) {
      if (!name.missing && name.value !== '') continue;
      // null has a finding of its own, but it is no name either way.
      const text = containers.length === 1 ? (fields.str('family').value ?? 'app') : `container-${index + 1}`;
      const edit = name.node
        ? replaceNode(document.text, name.node, text)
        : insertMember(document.text, node, 'name', text);
      report({
        at: name.node ?? { offset: node.offset, length: 1 },
        message: l10n.t('Container #{0} has no name.', index + 1),
        fixes: [{ title: l10n.t('Name it "{0}"', text), edits: [edit], preferred: true }],
      });
    }
  },
};
