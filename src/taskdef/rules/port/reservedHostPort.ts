import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { portMappings } from '../../facts/ports.ts';
import type { Rule } from '../../rule/rule.ts';

const reserved = new Set([22, 2375, 2376, 51_678, 51_679, 51_680]);

export const reservedHostPort: Rule = {
  id: 'TD04A',
  severity: 'warning',
  title: 'Host ports of SSH, Docker, the ECS agent and the ephemeral range are left alone.',
  link: links.portMapping,
  applies: (task) => (task.networkMode === 'bridge' || task.networkMode === 'host' ? 'yes' : 'no'),
  check(task, report) {
    for (const { mapping, hostPort, containerPort } of portMappings(task)) {
      // Under host the container's port is the host's.
      const port = hostPort ?? (task.networkMode === 'host' ? containerPort : undefined);
      const node = mapping.member(hostPort === undefined ? 'containerPort' : 'hostPort').node;
      if (port === undefined || !node) continue;
      if (reserved.has(port))
        report({
          at: node,
          message: l10n.t('Port {0} is reserved on the instance: SSH, Docker and the ECS agent use it.', port),
        });
      else if (port >= 32_768 && port <= 65_535 && task.networkMode === 'bridge') {
        report({
          at: node,
          message: l10n.t('Port {0} lies in the ephemeral range, from which the host gives ports to others.', port),
        });
      }
    }
  },
};
