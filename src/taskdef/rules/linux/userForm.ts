import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const userForm: Rule = {
  id: 'TD0B5',
  severity: 'error',
  title: 'A user is a name or number, with a group behind a colon if need be.',
  link: links.containerDefinition,
  applies: (task) => (task.windows === 'yes' ? 'no' : 'yes'),
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const { value, node } = fields.str('user');
      if (value === undefined || !node || /^[A-Za-z0-9_][\w.-]*\$?(?::[A-Za-z0-9_][\w.-]*)?$/.test(value)) continue;
      const fixes = value === '' ? [removeFix(document, node, '"user"')] : [];
      report({
        at: node,
        message:
          value === ''
            ? l10n.t('user is empty; leave it out.')
            : l10n.t('"{0}" is not a user: user, user:group, uid or uid:gid.', value),
        fixes,
        severity: value === '' ? 'warning' : 'error',
      });
    }
  },
};
