import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { removeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';

export const versionConsistency: Rule = {
  id: 'TD0B7',
  severity: 'hint',
  title: 'Tags are resolved to one digest for each deployment.',
  link: links.containerDefinition,
  check({ document, containers }, report) {
    for (const { fields } of containers) {
      const { value, node } = fields.str('versionConsistency');
      if (value === 'disabled' && node)
        report({
          at: node,
          message: l10n.t(
            'With versionConsistency disabled tasks of one deployment may run different images, and a rollback may run another than before.',
          ),
          fixes: [removeFix(document, node, '"versionConsistency"', false)],
        });
    }
  },
};
