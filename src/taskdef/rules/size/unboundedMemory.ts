import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onEc2, onFargate } from '../../rule/launchTypes.ts';

export const unboundedMemory: Rule = {
  id: 'TD037',
  severity: 'hint',
  title: 'A container without a hard memory limit may take all of its host.',
  link: links.containerDefinition,
  applies: (task) => (isSure(onFargate(task)) ? 'no' : onEc2(task)),
  check({ document, fields, containers }, report) {
    if (!fields.member('memory').missing) return;
    for (const container of containers) {
      const soft = container.fields.num('memoryReservation');
      if (soft.value === undefined || !container.fields.member('memory').missing) continue;
      report({
        at: soft.node!,
        message: l10n.t('Container {0} has no hard limit: it may take all memory of its instance.', container.label),
        fixes: [
          addFix(document, container.node, 'memory', soft.value * 2, { after: 'memoryReservation', preferred: false }),
        ],
      });
    }
  },
};
