import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import { type PortUse, portMappings } from '../../facts/ports.ts';
import type { Rule } from '../../rule/rule.ts';

export const hostPortTwice: Rule = {
  id: 'TD042',
  severity: 'error',
  title: 'A host port is mapped once in a task.',
  link: links.portMapping,
  says: "TCP host port '3000' is mapped multiple times in task.",
  check(task, report) {
    if (task.networkMode !== 'bridge') return;
    const first = new Map<string, PortUse>();
    for (const use of portMappings(task)) {
      const { hostPort, protocol, mapping } = use;
      if (!hostPort || !protocol) continue;
      const earlier = first.get(`${hostPort}/${protocol}`);
      if (!earlier) {
        first.set(`${hostPort}/${protocol}`, use);
        continue;
      }
      const node = mapping.member('hostPort').node!;
      report({
        at: node,
        message: l10n.t(
          "{0} host port '{1}' is mapped multiple times in task: already by container {2}.",
          protocol.toUpperCase(),
          hostPort,
          earlier.container.label,
        ),
        related: [{ range: earlier.mapping.member('hostPort').node!, message: l10n.t('The first mapping.') }],
        fixes: [changeFix(task.document, node, 0)],
      });
    }
  },
};
