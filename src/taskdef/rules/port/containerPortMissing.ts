import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix } from '../../rule/fixes.ts';
import { portMappings } from '../../facts/ports.ts';
import type { Rule } from '../../rule/rule.ts';

export const containerPortMissing: Rule = {
  id: 'TD041',
  severity: 'error',
  title: 'A port mapping has a container port from 1 to 65535.',
  link: links.portMapping,
  says: "Invalid 'containerPort' setting for container 'x'.",
  check(task, report) {
    const { document, issues } = task;
    for (const { mapping, container, hostPort } of portMappings(task)) {
      if (
        !mapping.member('containerPort').missing ||
        !mapping.member('containerPortRange').missing ||
        mapping.member('containerPort').node
      )
        continue;
      const fixes = hostPort ? [addFix(document, mapping.node!, 'containerPort', hostPort)] : [];
      report({
        at: mapping.member('hostPort').node ?? { offset: mapping.node!.offset, length: 1 },
        message: l10n.t(
          "Invalid 'containerPort' setting for container '{0}': the port mapping has none.",
          container.label,
        ),
        fixes,
      });
    }
    for (const { node, member, actual } of issues.limits) {
      if (member.id !== 'PortMapping.containerPort' && member.id !== 'PortMapping.hostPort') continue;
      report({
        at: node,
        message: l10n.t('{0} is {1}; ports are {2} to 65535.', member.name, actual, member.limits.minimum ?? 0),
      });
    }
  },
};
