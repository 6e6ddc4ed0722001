import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const controllerServiceConnect: Rule<Service> = {
  id: 'SD064',
  severity: 'error',
  title: 'Service Connect goes with deployment controller ECS only.',
  link: links.serviceConnect,
  says: 'Service Connect feature is only supported with ECS (rolling update) deployment controller. Update to ECS deployment controller and try again.',
  applies: ({ controller }) => (controller === 'CODE_DEPLOY' || controller === 'EXTERNAL' ? 'yes' : 'no'),
  check({ document, fields, controller }, report) {
    const { node, key } = fields.member('serviceConnectConfiguration');
    if (!node || !key || fields.fields('serviceConnectConfiguration').bool('enabled').value !== true) return;
    report({
      at: key,
      message: l10n.t(
        'Service Connect is not for services with deployment controller {0}: ECS alone deploys them.',
        controller!,
      ),
      fixes: [removeFix(document, node, '"serviceConnectConfiguration"')],
    });
  },
};
