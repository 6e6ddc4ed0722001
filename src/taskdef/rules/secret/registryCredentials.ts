import * as l10n from '@vscode/l10n';
import { parseEcrImage } from '../../../ecs/image.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const registryCredentials: Rule = {
  id: 'TD07G',
  severity: 'warning',
  title: 'Registry credentials are for other registries than ECR, in a Secrets Manager secret.',
  link: links.privateRegistry,
  mayBeError: true,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const holder = fields.fields('repositoryCredentials');
      const image = fields.str('image').raw;
      if (holder.present && holder.key && image && parseEcrImage(image)) {
        report({
          at: holder.key,
          message: l10n.t('ECR images are pulled with the execution role; credentials are for other registries.'),
          fixes: [removeFix(document, holder.node!, '"repositoryCredentials"')],
        });
      }
      const { value, node } = holder.str('credentialsParameter');
      if (value === undefined || !node) continue;
      if (value.startsWith('arn:') && !/^arn:aws[\w-]*:secretsmanager:[^:]+:\d{12}:secret:.+/.test(value)) {
        report({
          at: node,
          message: l10n.t(
            'credentialsParameter is the ARN of a Secrets Manager secret, or its name in the same Region.',
          ),
        });
      } else if (value === '')
        report({ at: node, severity: 'error', message: l10n.t('credentialsParameter is empty.') });
    }
  },
};
