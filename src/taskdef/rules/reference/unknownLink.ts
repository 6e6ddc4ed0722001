import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import { listOf } from '../../rule/listOf.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';

export const unknownLink: Rule = {
  id: 'TD055',
  severity: 'error',
  title: 'A link names another container of the task definition.',
  link: links.containerDefinition,
  check({ document, containers, containersCertain, networkMode }, report) {
    if (!containersCertain || networkMode !== 'bridge') return;
    const names = containers.flatMap(({ name }) => name.value ?? []);
    for (const container of containers) {
      for (const { value, node } of container.fields.list('links').texts()) {
        const target = value?.split(':')[0];
        if (value !== undefined && target?.trim() === '')
          report({
            at: node,
            message: l10n.t('A link of container {0} names no container.', container.label),
            fixes: [removeFix(document, node, l10n.t('the link'))],
          });
        if (!target?.trim() || value === undefined) continue;
        if (target === container.name.value)
          report({
            at: node,
            message: l10n.t('Container {0} links to itself.', target),
            fixes: [removeFix(document, node, l10n.t('the link'))],
          });
        if (names.includes(target)) continue;
        const guess = nearest(
          target,
          names.filter((name) => name !== container.name.value),
        );
        report({
          at: node,
          message: l10n.t(
            'Container {0} links to "{1}", which does not exist. The containers are: {2}.',
            container.label,
            target,
            listOf(names),
          ),
          fixes: guess
            ? [changeFix(document, node, value.replace(target, guess))]
            : [removeFix(document, node, l10n.t('the link'), false)],
        });
      }
    }
  },
};
