import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const protocolName: Rule = {
  id: 'TD04E',
  severity: 'warning',
  title: 'A protocol is tcp or udp; ECS takes anything else for tcp.',
  link: links.portMapping,
  check({ document, issues }, report) {
    for (const { node, member, value } of issues.enums) {
      if (member.id !== 'PortMapping.protocol') continue;
      const wanted = value.toLowerCase() === 'udp' ? 'udp' : 'tcp';
      report({
        at: node,
        message: l10n.t('"{0}" is not a protocol: ECS silently takes it for tcp. Write tcp or udp.', value),
        fixes: [changeFix(document, node, wanted)],
      });
    }
  },
};
