import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const rootOnHostNetwork: Rule = {
  id: 'TD0B6',
  severity: 'warning',
  title: 'With the network of the host, a container does not run as root.',
  link: links.security,
  check({ containers, fields: task }, report) {
    const mode = task.str('networkMode');
    if (mode.value !== 'host' || !mode.node) return;
    for (const { fields, label } of containers) {
      const user = fields.str('user');
      if (!/^(?:0|root)(?::|$)/.test(user.value ?? '')) continue;
      report({
        at: user.node!,
        message: l10n.t(
          'Container {0} runs as root with the network of the host: it can do to the network what the host can.',
          label,
        ),
      });
    }
  },
};
