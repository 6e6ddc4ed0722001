import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeNode, replaceNode } from '../../document/edits.ts';
import type { Fix } from '../../rule/finding.ts';
import { listOf } from '../../rule/listOf.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';

export const unknownDependency: Rule = {
  id: 'TD056',
  severity: 'error',
  title: 'dependsOn names a container of the same task definition.',
  link: links.containerDependency,
  says: 'Cannot depend on container x because it does not exist.',
  check({ document, containers, containersCertain }, report) {
    if (!containersCertain) return;
    const names = containers.flatMap(({ name }) => name.value ?? []);
    for (const container of containers) {
      for (const dependency of container.fields.list('dependsOn').fields()) {
        const { value, node } = dependency.str('containerName');
        if (value === undefined || !node || (value !== '' && names.includes(value))) continue;
        const others = names.filter((name) => name !== container.name.value);
        const guess = nearest(value, others) ?? (others.length === 1 ? others[0] : undefined);
        const fixes: Fix[] = guess
          ? [
              {
                title: l10n.t('Change to "{0}"', guess),
                edits: [replaceNode(document.text, node, guess)],
                preferred: true,
              },
            ]
          : [];
        fixes.push({ title: l10n.t('Remove the dependency'), edits: [removeNode(document.text, dependency.node!)] });
        const message = !value.trim()
          ? l10n.t('A dependency of container {0} names no container.', container.label)
          : others.length
            ? l10n.t(
                'Container {0} depends on "{1}", which does not exist. The other containers are: {2}.',
                container.label,
                value,
                listOf(others),
              )
            : l10n.t('Container {0} depends on "{1}", which does not exist.', container.label, value);
        report({ at: node, message, fixes });
      }
    }
  },
};
