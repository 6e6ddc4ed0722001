import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeNode, removeSiblings } from '../../document/edits.ts';
import { outputOnlyMembers } from '../../members/outputOnly.ts';
import type { Rule } from '../../rule/rule.ts';
import { isRepaired } from '../../toolPresets.ts';
import type { Subject } from '../../document/task.ts';

export const outputOnlyProperty: Rule<Subject> = {
  id: 'TD002',
  severity: 'error',
  title: 'What only DescribeTaskDefinition returns cannot be registered.',
  link: links.describeTaskDefinition,
  says: 'Unknown parameter in input: "taskDefinitionArn", must be one of: …',
  flaw: 'outputOnly',
  repairsDescribeOutput: true,
  check({ document, issues }, report, context) {
    const leftOut = isRepaired('outputOnly', context, document.kind);
    const found = issues.unknown.filter(
      ({ name, shape }) => shape.name === 'RegisterTaskDefinitionRequest' && outputOnlyMembers.includes(name),
    );
    const all = removeSiblings(
      document.text,
      found.map(({ property }) => property),
    );
    for (const { name, key, property } of found) {
      report({
        at: key,
        message: leftOut
          ? l10n.t('"{0}" comes from DescribeTaskDefinition; the tool that deploys this file does not send it.', name)
          : l10n.t('"{0}" comes from DescribeTaskDefinition; RegisterTaskDefinition refuses it.', name),
        fixes: [
          { title: l10n.t('Remove all output-only properties'), edits: all, preferred: true },
          { title: l10n.t('Remove "{0}"', name), edits: [removeNode(document.text, property)] },
        ],
      });
    }
  },
};
