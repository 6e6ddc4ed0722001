import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const secretAndVariable: Rule = {
  id: 'TD076',
  severity: 'error',
  title: 'A name is either a secret or an environment variable.',
  link: links.secrets,
  says: "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'X'.",
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const variables = new Map(
        fields
          .list('environment')
          .fields()
          .map((variable) => [variable.str('name').value, variable]),
      );
      for (const secret of fields.list('secrets').fields()) {
        const { value, node } = secret.str('name');
        const same = value === undefined ? undefined : variables.get(value);
        if (!value || !node || !same?.node) continue;
        report({
          at: node,
          message: l10n.t(
            "The secret name must be unique and not shared with any environment variables set on the container, such as '{0}'.",
            value,
          ),
          related: [{ range: same.member('name').node!, message: l10n.t('The environment variable.') }],
          fixes: [removeFix(document, same.node, l10n.t('the environment variable {0}', value))],
        });
      }
    }
  },
};
