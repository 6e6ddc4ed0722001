import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { portMappings } from '../../facts/ports.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const pairProtocol: Rule<Service> = {
  id: 'SD023',
  severity: 'warning',
  title: 'A port in Service Connect speaks TCP, and has a timeout for each request only with an HTTP protocol.',
  link: links.connectService,
  applies: ({ pair }) => pair,
  check({ document, fields, task }, report) {
    const uses = task ? portMappings(task) : [];
    for (const one of fields.fields('serviceConnectConfiguration').list('services').fields()) {
      const name = one.str('portName');
      const use = uses.find(({ mapping }) => name.value && mapping.str('name').value === name.value);
      if (!use || !name.node) continue;
      if (use.protocol === 'udp')
        report({ at: name.node, message: l10n.t('Service Connect carries TCP; port {0} is UDP.', name.value!) });
      const appProtocol = use.mapping.str('appProtocol');
      const timeout = one.fields('timeout').num('perRequestTimeoutSeconds');
      if (!appProtocol.missing || !timeout.node || !timeout.key || !timeout.value) continue;
      report({
        at: timeout.key,
        message: l10n.t(
          'perRequestTimeoutSeconds is for http, http2 and grpc; port {0} has no appProtocol and is plain TCP.',
          name.value!,
        ),
        fixes: [removeFix(document, timeout.node, '"perRequestTimeoutSeconds"', false)],
      });
    }
  },
};
