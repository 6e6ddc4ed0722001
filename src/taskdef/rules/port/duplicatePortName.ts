import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Node } from '../../formats/node.ts';
import { changeFix } from '../../rule/fixes.ts';
import { portMappings } from '../../facts/ports.ts';
import type { Rule } from '../../rule/rule.ts';

export const duplicatePortName: Rule = {
  id: 'TD044',
  severity: 'error',
  title: 'Names of port mappings are unique in a task definition.',
  link: links.portMapping,
  says: 'port mapping name is already used',
  check(task, report) {
    const taken = new Map<string, Node>();
    for (const { mapping } of portMappings(task)) {
      const { value, node } = mapping.str('name');
      if (value === undefined || !node) continue;
      const earlier = taken.get(value);
      if (earlier) {
        let number = 2;
        while (taken.has(`${value}-${number}`)) number++;
        report({
          at: node,
          message: l10n.t('The port mapping name "{0}" is already used.', value),
          related: [{ range: earlier, message: l10n.t('The first use.') }],
          fixes: [changeFix(task.document, node, `${value}-${number}`)],
        });
      } else taken.set(value, node);
    }
  },
};
