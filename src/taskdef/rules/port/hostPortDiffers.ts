import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix, removeFix } from '../../rule/fixes.ts';
import { portMappings } from '../../facts/ports.ts';
import type { Rule } from '../../rule/rule.ts';

export const hostPortDiffers: Rule = {
  id: 'TD040',
  severity: 'error',
  title: 'Under awsvpc and host the host port is the container port.',
  link: links.portMapping,
  says: 'When networkMode=awsvpc, the host ports and container ports in port mappings must match.',
  check(task, report) {
    const mode = task.networkMode;
    if (mode !== 'awsvpc' && mode !== 'host') return;
    for (const { mapping, containerPort, hostPort } of portMappings(task)) {
      if (containerPort === undefined || hostPort === undefined || containerPort === hostPort) continue;
      const node = mapping.member('hostPort').node!;
      report({
        at: node,
        message: l10n.t(
          'When networkMode={0}, the host ports and container ports in port mappings must match: {1} is not {2}.',
          mode,
          hostPort,
          containerPort,
        ),
        fixes: [removeFix(task.document, node, '"hostPort"'), changeFix(task.document, node, containerPort, false)],
      });
    }
  },
};
