import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';

export const controllerScheduling: Rule<Service> = {
  id: 'SD062',
  severity: 'error',
  title: 'Scheduling strategy DAEMON goes with deployment controller ECS only.',
  link: links.serviceStrategies,
  says: 'The CODE_DEPLOY deployment controller type is not supported for services using the DAEMON scheduling strategy.',
  check({ fields, scheduling, controller }, report) {
    const { node } = fields.str('schedulingStrategy');
    if (scheduling !== 'DAEMON' || !node || (controller !== 'CODE_DEPLOY' && controller !== 'EXTERNAL')) return;
    report({
      at: node,
      message: l10n.t(
        'Deployment controller {0} is not for DAEMON services: use REPLICA, or controller ECS.',
        controller,
      ),
    });
  },
};
