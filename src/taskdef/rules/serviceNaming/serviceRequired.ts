import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { anchorOf } from '../../document/task.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const serviceRequired: Rule<Service> = {
  id: 'SD074',
  severity: 'info',
  title: 'CreateService needs serviceName and, unless another controller brings it, taskDefinition.',
  link: links.createService,
  says: 'Missing required parameter in input: "serviceName". Family should not be null or empty.',
  mayBeError: true,
  check({ document, fields, controller }, report, { tool }) {
    if (document.kind !== 'service' || tool === 'ecspresso' || !fields.present) return;
    if (fields.str('resourceManagementType').value === 'ECS') return;
    const nameless = fields.member('serviceName').missing;
    // ecspresso has the name in its configuration, and puts in the task definition that it registers.
    if (nameless && tool !== 'aws-cli') return;
    const at = anchorOf(fields);
    const severity = tool === 'aws-cli' ? 'error' : 'info';
    if (nameless)
      report({
        at,
        severity,
        message: l10n.t('The file has no serviceName; whoever creates the service has to give it.'),
      });
    if (fields.member('taskDefinition').missing && (controller === 'ECS' || controller === 'CODE_DEPLOY'))
      report({
        at,
        severity,
        message: l10n.t('The file names no taskDefinition; whoever creates the service has to give it.'),
      });
  },
};
