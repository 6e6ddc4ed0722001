import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { type PortUse, portMappings } from '../../facts/ports.ts';
import type { Rule } from '../../rule/rule.ts';

export const portOnTwoProtocols: Rule = {
  id: 'TD04C',
  severity: 'warning',
  title: 'One container port for tcp and udp fails with Service Connect and load balancers.',
  link: links.portMapping,
  says: 'Container port 53 is used in more than one port mapping.',
  check(task, report) {
    const first = new Map<string, PortUse>();
    for (const use of portMappings(task)) {
      if (use.containerPort === undefined || !use.protocol) continue;
      const key = `${use.container.index}:${use.containerPort}`;
      const earlier = first.get(key);
      if (!earlier) first.set(key, use);
      else if (earlier.protocol !== use.protocol) {
        report({
          at: use.mapping.member('containerPort').node!,
          message: l10n.t(
            'Container port {0} is used in more than one port mapping, as tcp and udp: a service with Service Connect or a load balancer on it is refused.',
            use.containerPort,
          ),
        });
      }
    }
  },
};
