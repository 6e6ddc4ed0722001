import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix, changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const writableRoot: Rule = {
  id: 'TD0C5',
  severity: 'hint',
  title: 'The root file system is read-only.',
  link: links.security,
  applies: (task) => (task.windows === 'yes' ? 'no' : 'yes'),
  check({ document, containers }, report) {
    for (const { fields, label, name, node } of containers) {
      const root = fields.bool('readonlyRootFilesystem');
      if (root.value === true || (root.value === undefined && !root.missing) || !name.node) continue;
      const fixes = root.node
        ? root.value === false
          ? [changeFix(document, root.node, true, false)]
          : []
        : [addFix(document, node, 'readonlyRootFilesystem', true, { preferred: false })];
      report({
        at: root.value === undefined ? name.node : root.node!,
        message: l10n.t(
          'Container {0} can change its own program: readonlyRootFilesystem prevents that (Security Hub ECS.5).',
          label,
        ),
        fixes,
      });
    }
  },
};
