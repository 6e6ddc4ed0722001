import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';

export const hostNamespace: Rule = {
  id: 'TD0AC',
  severity: 'warning',
  title: "A task does not share the host's processes or memory.",
  link: links.security,
  applies: (task) => (isSure(onFargate(task)) ? 'no' : 'yes'),
  check({ fields }, report) {
    for (const name of ['pidMode', 'ipcMode']) {
      const { value, node } = fields.str(name);
      if (value === 'host' && node)
        report({
          at: node,
          message: l10n.t('{0} host opens the host to the containers: they see what all its processes do.', name),
        });
    }
  },
};
