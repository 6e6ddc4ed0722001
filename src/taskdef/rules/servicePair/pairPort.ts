import * as l10n from '@vscode/l10n';
import { targetsOf, type Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import { mayMapPort } from '../../facts/ports.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const pairPort: Rule<Service> = {
  id: 'SD021',
  severity: 'error',
  title: 'The container port of a load balancer or registry is mapped in the task definition.',
  link: links.loadBalancing,
  says: 'The container x did not have a container port 80 defined.',
  applies: ({ pair }) => pair,
  check({ document, fields, task, taskFile }, report) {
    for (const target of targetsOf(fields)) {
      const name = target.str('containerName').value;
      const { value, node } = target.num('containerPort');
      const container = task?.containers.find((one) => name && one.name.value === name);
      if (!container || value === undefined || !node || mayMapPort(container, value)) continue;
      const ports = container.fields
        .list('portMappings')
        .fields()
        .flatMap((mapping) => mapping.num('containerPort').value ?? []);
      report({
        at: node,
        message:
          ports.length > 0
            ? l10n.t(
                'Container {0} in {1} maps no port {2}; it maps {3}.',
                name!,
                taskFile ?? '',
                value,
                ports.join(', '),
              )
            : l10n.t('Container {0} in {1} maps no port {2}.', name!, taskFile ?? '', value),
        fixes: ports.map((port) => changeFix(document, node, port, ports.length === 1)),
      });
    }
  },
};
