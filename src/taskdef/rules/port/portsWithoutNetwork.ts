import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { meansNothing } from '../../rule/refusedMembers.ts';
import type { Rule } from '../../rule/rule.ts';

export const portsWithoutNetwork: Rule = {
  id: 'TD048',
  severity: 'error',
  title: 'With network mode none there are no ports to map.',
  link: links.taskNetworking,
  check({ document, networkMode, containers }, report) {
    if (networkMode !== 'none') return;
    for (const { fields } of containers) {
      const { key, node } = fields.member('portMappings');
      if (!key || !node || meansNothing(node)) continue;
      report({
        at: key,
        message: l10n.t("Port mappings cannot be specified with network mode 'none'."),
        fixes: [removeFix(document, node, '"portMappings"')],
      });
    }
  },
};
