import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import { portMappings } from '../../facts/ports.ts';
import type { Rule } from '../../rule/rule.ts';

export const fixedHostPort: Rule = {
  id: 'TD049',
  severity: 'hint',
  title: 'A fixed host port lets one task run on an instance.',
  link: links.portMapping,
  check(task, report) {
    if (task.fields.str('networkMode').value !== 'bridge') return;
    for (const { mapping, hostPort } of portMappings(task)) {
      const node = mapping.member('hostPort').node;
      if (!hostPort || !node) continue;
      report({
        at: node,
        message: l10n.t(
          'With host port {0} one instance runs one such task; 0 lets the host choose, and load balancers follow.',
          hostPort,
        ),
        fixes: [changeFix(task.document, node, 0, false)],
      });
    }
  },
};
