import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import type { Tool } from '../../document/siblingFacts.ts';
import { anchorOf } from '../../document/task.ts';
import { links } from '../../facts/links.ts';
import type { Severity } from '../../rule/finding.ts';
import type { Rule } from '../../rule/rule.ts';

export const serviceRequired: Rule<Service> = {
  id: 'SD074',
  severity: 'info',
  title: 'CreateService needs serviceName and, unless another controller brings it, taskDefinition.',
  link: links.createService,
  says: 'Missing required parameter in input: "serviceName". Family should not be null or empty.',
  mayBeError: true,
  // ecspresso has the name in its configuration, and puts in the task definition that it registers.
  check({ document, fields, controller, isUpdate }, report, { tool }) {
    if (isUpdate || document.kind === 'serviceWrapper' || tool === 'ecspresso' || !fields.present) return;
    if (fields.str('resourceManagementType').value === 'ECS') return;
    const at = anchorOf(fields);
    const severity = weight(tool);
    if (fields.member('serviceName').missing)
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

function weight(tool: Tool | undefined): Severity {
  return tool === 'aws-cli' ? 'error' : 'info';
}
