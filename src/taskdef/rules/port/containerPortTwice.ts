import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { type PortUse, portMappings } from '../../facts/ports.ts';
import type { Rule } from '../../rule/rule.ts';

export const containerPortTwice: Rule = {
  id: 'TD043',
  severity: 'error',
  title: 'Containers that share a network use different ports.',
  link: links.portMapping,
  says: 'container port is used multiple times in task',
  check(task, report) {
    if (task.networkMode !== 'awsvpc' && task.networkMode !== 'host') return;
    const first = new Map<string, PortUse>();
    for (const use of portMappings(task)) {
      const { containerPort, protocol, mapping, container } = use;
      if (containerPort === undefined || !protocol) continue;
      const earlier = first.get(`${containerPort}/${protocol}`);
      if (!earlier) first.set(`${containerPort}/${protocol}`, use);
      else {
        report({
          at: mapping.member('containerPort').node!,
          message: l10n.t(
            'Port {0} is used multiple times in task, by containers {1} and {2}: under {3} they share one network.',
            containerPort,
            earlier.container.label,
            container.label,
            task.networkMode,
          ),
          related: [{ range: earlier.mapping.member('containerPort').node!, message: l10n.t('The first use.') }],
        });
      }
    }
  },
};
