import * as l10n from '@vscode/l10n';
import { isStandIn } from '../../document/placeholders.ts';
import type { Service } from '../../document/service.ts';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Report, Rule } from '../../rule/rule.ts';

export const networkIds: Rule<Service> = {
  id: 'SD00T',
  severity: 'error',
  title: 'Subnets and security groups are named by their ids, each once.',
  link: links.awsvpcConfiguration,
  says: 'Error retrieving subnet information for [x]',
  check({ document, fields }, report) {
    const network = fields.fields('networkConfiguration').fields('awsvpcConfiguration');
    for (const [member, prefix] of [
      ['subnets', 'subnet'],
      ['securityGroups', 'sg'],
    ] as const) {
      const seen = new Map<string, Node>();
      for (const { value, node } of network.list(member).texts()) {
        // Ids have no capitals: such a word is one for which a script puts an id.
        if (value === undefined || isStandIn(value)) continue;
        checkId(value, node, prefix, report);
        const earlier = seen.get(value);
        if (earlier)
          report({
            at: node,
            severity: 'warning',
            message: l10n.t('{0} stands here twice.', value),
            fixes: [removeFix(document, node, value)],
            related: [{ range: earlier, message: l10n.t('The first one.') }],
          });
        else seen.set(value, node);
      }
    }
  },
};

function checkId(value: string, node: Node, prefix: string, report: Report): void {
  if (new RegExp(`^${prefix}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`).test(value)) return;
  if (!value.startsWith(`${prefix}-`)) {
    const example = `${prefix}-0123456789abcdef0`;
    report({
      at: node,
      message:
        prefix === 'sg'
          ? l10n.t('"{0}" is not the id of a security group, such as {1}; names are not taken.', value, example)
          : l10n.t('"{0}" is not the id of a subnet, such as {1}; names are not taken.', value, example),
    });
    return;
  }
  report({
    at: node,
    // What stands in for an id is not told from one that is wrong.
    severity: 'warning',
    message: l10n.t('"{0}" is no id: behind {1}- stand 17 (once: 8) digits and letters from a to f.', value, prefix),
  });
}
