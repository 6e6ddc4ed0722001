import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const partialSecretArn: Rule = {
  id: 'TD07B',
  severity: 'hint',
  title: 'The full ARN of a secret ends in six random characters; without them some names are misread.',
  link: links.secretsManager,
  check({ containers }, report) {
    for (const { fields } of containers) {
      for (const secret of fields.list('secrets').fields()) {
        const { value, node } = secret.str('valueFrom');
        const name = /^arn:aws[\w-]*:secretsmanager:[^:]+:\d{12}:secret:([^:]+)/.exec(value ?? '')?.[1];
        if (!name || !node || /-[A-Za-z0-9]{6}$/.test(name)) continue;
        report({
          at: node,
          message: l10n.t(
            'This is not the full ARN: Secrets Manager adds a hyphen and six characters. It works, unless the name itself ends like that.',
          ),
        });
      }
    }
  },
};
