import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import { portMappings } from '../../facts/ports.ts';
import type { Rule } from '../../rule/rule.ts';

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
