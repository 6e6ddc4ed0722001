import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeNode } from '../../document/edits.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';
import { removeMany } from '../../rule/removeMany.ts';

export const nullValue: Rule<Subject> = {
  id: 'TD00A',
  severity: 'error',
  title: 'null is no value: leave the property out.',
  link: links.registerTaskDefinition,
  says: "Invalid type for parameter x, value: None, type: <class 'NoneType'>",
  onServiceDefinitions: true,
  flaw: 'null',
  repairsDescribeOutput: true,
  check({ document, issues }, report) {
    if (issues.nulls.length === 0) return;
    const all = removeMany(
      document.text,
      issues.nulls.map(({ node }) => node.parent!),
    );
    for (const { node, member } of issues.nulls) {
      report({
        at: node,
        message: l10n.t('{0} is null; the AWS CLI and SDKs refuse that. Leave the property out.', member.name),
        fixes: [
          { title: l10n.t('Remove all null properties'), edits: all, preferred: true },
          { title: l10n.t('Remove "{0}"', member.name), edits: [removeNode(document.text, node)] },
        ],
      });
    }
  },
};
