import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const unboundedDependency: Rule = {
  id: 'TD05A',
  severity: 'hint',
  title: 'A container that waits for an end or for health has a startTimeout.',
  link: links.containerDependency,
  check({ document, containers }, report) {
    for (const { fields, node, label } of containers) {
      const waits = fields
        .list('dependsOn')
        .fields()
        .map((item) => item.str('condition'));
      const found = waits.find(({ value }) => value === 'COMPLETE' || value === 'SUCCESS' || value === 'HEALTHY');
      const timed = [
        fields,
        ...fields
          .list('dependsOn')
          .fields()
          .map((item) => containers.find(({ name }) => name.value === item.str('containerName').value)?.fields),
      ];
      if (!found?.node || !timed.every((one) => one === undefined || one.member('startTimeout').missing)) continue;
      report({
        at: found.node,
        message: l10n.t(
          'If what {0} waits for never comes, the task stays PENDING: startTimeout puts an end to it.',
          label,
        ),
        fixes: [addFix(document, node, 'startTimeout', 120, { preferred: false })],
      });
    }
  },
};
