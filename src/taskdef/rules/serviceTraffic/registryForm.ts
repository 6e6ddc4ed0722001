import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { isArnOf } from '../../facts/arnForms.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

const example = 'arn:aws:servicediscovery:eu-central-1:123456789012:service/srv-0123456789abcdef';

export const registryForm: Rule<Service> = {
  id: 'SD017',
  severity: 'error',
  title: 'A registry is named by the ARN of a Cloud Map service.',
  link: links.serviceRegistry,
  neededEvenEmpty: true,
  check({ fields }, report) {
    for (const registry of fields.list('serviceRegistries').fields()) {
      const { value, node, missing } = registry.str('registryArn');
      const at = node ?? { offset: registry.node!.offset, length: 1 };
      if (missing || value === '')
        report({ at, message: l10n.t('registryArn is missing, the ARN of a Cloud Map service.') });
      else if (value !== undefined && !isArnOf('registry', value))
        report({ at, message: l10n.t('registryArn is not the ARN of a Cloud Map service, such as {0}.', example) });
    }
  },
};
