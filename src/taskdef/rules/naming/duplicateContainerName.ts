import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { replaceNode } from '../../document/edits.ts';
import type { Rule } from '../../rule/rule.ts';

export const duplicateContainerName: Rule = {
  id: 'TD018',
  severity: 'error',
  title: 'Container names are unique in a task definition.',
  link: links.containerDefinition,
  says: 'Container names must be unique within a task definition.',
  check({ document, containers }, report) {
    const taken = new Set(containers.map(({ name }) => name.value));
    const first = new Map<string, (typeof containers)[number]>();
    for (const container of containers) {
      const { value, node } = container.name;
      if (!value || !node) continue;
      const earlier = first.get(value);
      if (!earlier) {
        first.set(value, container);
        continue;
      }
      const free = freeName(value, taken);
      taken.add(free);
      report({
        at: node,
        message: l10n.t('Two containers are named "{0}"; names must be unique within a task definition.', value),
        related: [{ range: earlier.name.node!, message: l10n.t('The other one.') }],
        fixes: [
          { title: l10n.t('Rename to "{0}"', free), edits: [replaceNode(document.text, node, free)], preferred: true },
        ],
      });
    }
  },
};

function freeName(name: string, taken: ReadonlySet<string | undefined>): string {
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}
