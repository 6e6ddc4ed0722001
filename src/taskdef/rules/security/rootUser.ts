import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const rootUser: Rule = {
  id: 'TD0C6',
  severity: 'hint',
  title: 'A container does not run as root.',
  link: links.security,
  applies: (task) => (task.windows === 'yes' ? 'no' : 'yes'),
  check({ containers, networkMode }, report) {
    for (const { fields, label, name } of containers) {
      const user = fields.str('user');
      // The log router has to read the sockets of the others.
      if (!name.node || fields.fields('firelensConfiguration').present) continue;
      if (user.missing)
        report({
          at: name.node,
          message: l10n.t(
            'Container {0} runs as the user of its image, which is often root: "user" says who it is.',
            label,
          ),
        });
      else if (/^(?:0|root)(?::|$)/.test(user.value ?? '') && networkMode !== 'host')
        report({ at: user.node!, message: l10n.t('Container {0} runs as root.', label) });
    }
  },
};
