import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { listOf } from '../../rule/listOf.ts';
import type { Rule } from '../../rule/rule.ts';
import { anchorOf } from '../../document/task.ts';

export const renderedContainer: Rule = {
  id: 'TD0D4',
  severity: 'warning',
  title: 'The container into which a GitHub workflow writes an image exists.',
  link: links.containerDefinition,
  says: 'Invalid task definition: Could not find container definition with matching name',
  check({ fields, containers, containersCertain }, report, { siblings }) {
    if (!containersCertain || containers.length === 0) return;
    const names = containers.flatMap(({ name }) => name.value ?? []);
    for (const { file, container } of siblings?.renderedContainers ?? []) {
      if (names.includes(container)) continue;
      report({
        at: fields.member('containerDefinitions').key ?? anchorOf(fields),
        message: l10n.t(
          '{0} writes an image into container {1}, which does not exist here; the containers are: {2}.',
          file,
          container,
          listOf(names),
        ),
      });
    }
  },
};
