import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import { listOf } from '../../rule/listOf.ts';
import { nearest } from '../../rule/nearest.ts';
import type { Rule } from '../../rule/rule.ts';

export const unknownVolumesFrom: Rule = {
  id: 'TD053',
  severity: 'error',
  title: 'volumesFrom names another container of the task definition.',
  link: links.volumes,
  says: "Invalid 'volumesFrom' setting. Unknown container: 'x'",
  check({ document, containers, containersCertain }, report) {
    if (!containersCertain) return;
    const names = containers.flatMap(({ name }) => name.value ?? []);
    for (const container of containers) {
      for (const source of container.fields.list('volumesFrom').fields()) {
        const { value, node, missing } = source.str('sourceContainer');
        if (value?.trim() === '' || (missing && !node && source.node)) {
          report({
            at: node ?? { offset: source.node!.offset, length: 1 },
            message: l10n.t('volumesFrom of container {0} names no container.', container.label),
          });
        }
        if (!value?.trim() || !node) continue;
        if (value === container.name.value)
          report({
            at: node,
            message: l10n.t('Container {0} cannot take volumes from itself.', value),
            fixes: [removeFix(document, source.node!, l10n.t('the entry'))],
          });
        if (names.includes(value)) continue;
        const guess = nearest(
          value,
          names.filter((name) => name !== container.name.value),
        );
        report({
          at: node,
          message: l10n.t(
            "Invalid 'volumesFrom' setting. Unknown container: '{0}'. The containers are: {1}.",
            value,
            listOf(names),
          ),
          fixes: guess
            ? [changeFix(document, node, guess)]
            : [removeFix(document, source.node!, l10n.t('the entry'), false)],
        });
      }
    }
  },
};
