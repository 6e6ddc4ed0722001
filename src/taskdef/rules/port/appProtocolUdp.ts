import * as l10n from '@vscode/l10n';
import { links } from '../../../links.ts';
import { removeFix } from '../../fixes.ts';
import { portMappings } from '../../ports.ts';
import type { Rule } from '../../rule.ts';

export const appProtocolUdp: Rule = {
  id: 'TD047',
  severity: 'error',
  title: 'Service Connect speaks tcp only.',
  link: links.serviceConnect,
  check(task, report) {
    for (const { mapping, protocol } of portMappings(task)) {
      const app = mapping.str('appProtocol');
      if (protocol !== 'udp' || !app.value || !app.node) continue;
      report({
        at: app.node,
        message: l10n.t('appProtocol {0} on a udp port: Service Connect speaks tcp only.', app.value),
        fixes: [removeFix(task.document, app.node, '"appProtocol"')],
      });
    }
  },
};
