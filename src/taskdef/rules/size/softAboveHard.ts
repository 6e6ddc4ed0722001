import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { replaceNode } from '../../document/edits.ts';
import type { Rule } from '../../rule/rule.ts';

export const softAboveHard: Rule = {
  id: 'TD034',
  severity: 'error',
  title: 'memoryReservation is not above memory; equal is fine.',
  link: links.containerDefinition,
  says: "'memory' must be greater than or equal to 'memoryReservation'.",
  check({ document, containers }, report) {
    for (const { fields, label } of containers) {
      const hard = fields.num('memory');
      const soft = fields.num('memoryReservation');
      if (hard.value === undefined || soft.value === undefined || soft.value <= hard.value) continue;
      const edits = [
        replaceNode(document.text, hard.node!, soft.value),
        replaceNode(document.text, soft.node!, hard.value),
      ];
      report({
        at: soft.node!,
        message: l10n.t(
          "Container {0} reserves {1} MiB but may use only {2}: 'memory' must be greater than or equal to 'memoryReservation'.",
          label,
          soft.value,
          hard.value,
        ),
        related: [{ range: hard.node!, message: l10n.t('The hard limit.') }],
        fixes: [{ title: l10n.t('Swap the two'), edits, preferred: true }],
      });
    }
  },
};
