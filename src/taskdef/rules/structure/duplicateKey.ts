import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { toolName } from '../../facts/toolNames.ts';
import { removeNode } from '../../document/edits.ts';
import { refusing } from '../../toolPresets.ts';
import type { Rule } from '../../rule/rule.ts';
import type { Subject } from '../../document/task.ts';

export const duplicateKey: Rule<Subject> = {
  id: 'TD009',
  severity: 'warning',
  title: 'A property appears once in its object: of two, the last one wins silently.',
  link: links.registerTaskDefinition,
  onServiceDefinitions: true,
  flaw: 'duplicateKey',
  reportedByVsCode: ['json', 'jsonc'],
  check({ document, issues }, report, context) {
    const [tool] = refusing('duplicateKey', context, document.kind);
    for (const { name, key, property, later } of issues.duplicates) {
      report({
        at: key,
        message: tool
          ? l10n.t('"{0}" appears again below; {1} refuses that.', name, toolName(tool))
          : l10n.t('"{0}" appears again below; only the last one counts.', name),
        related: [{ range: later, message: l10n.t('This one counts.') }],
        fixes: [
          {
            title: l10n.t('Remove the earlier "{0}"', name),
            edits: [removeNode(document.text, property)],
            preferred: true,
          },
        ],
      });
    }
  },
};
