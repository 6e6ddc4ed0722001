import * as l10n from '@vscode/l10n';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const registryPort: Rule<Service> = {
  id: 'SD018',
  severity: 'error',
  title: 'A registry has a port, or a container and its port, and under awsvpc only for SRV records.',
  link: links.serviceRegistry,
  says: "The values specified for serviceRegistries do not require a value for 'containerPort'. Remove the value and retry.",
  check({ document, fields }, report) {
    const isAwsvpc = fields.fields('networkConfiguration').fields('awsvpcConfiguration').present;
    for (const registry of fields.list('serviceRegistries').fields()) {
      const port = registry.member('port');
      const name = registry.member('containerName');
      const container = registry.member('containerPort');
      const has = (member: typeof port): boolean => member.node !== undefined && !member.missing;
      if (has(port) && (has(name) || has(container))) {
        report({
          at: port.key ?? port.node!,
          message: l10n.t('A registry has either port or containerName with containerPort.'),
          fixes: [removeFix(document, port.node!, '"port"', false)],
        });
      } else if (has(name) && container.missing) {
        report({ at: name.key!, message: l10n.t('containerName needs containerPort beside it.') });
      } else if (has(container) && name.missing) {
        report({ at: container.key!, message: l10n.t('containerPort needs containerName beside it.') });
      } else if (isAwsvpc && has(container)) {
        report({
          at: container.key!,
          severity: 'warning',
          message: l10n.t(
            'Under awsvpc ECS refuses containerPort unless the Cloud Map service has SRV records: with A records a registry has its ARN alone.',
          ),
        });
      }
    }
  },
};
