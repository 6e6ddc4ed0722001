import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { addFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, onFargate } from '../../rule/launchTypes.ts';

export const noMemory: Rule = {
  id: 'TD035',
  severity: 'error',
  title: 'Without memory for the task every container has memory of its own.',
  link: links.parameters,
  says: "Invalid setting for container 'x'. At least one of 'memory' or 'memoryReservation' must be specified.",
  check(task, report) {
    const { document, fields, containers } = task;
    if (!fields.member('memory').missing || isSure(onFargate(task))) return;
    for (const container of containers) {
      const { memory, memoryReservation } = {
        memory: container.fields.member('memory'),
        memoryReservation: container.fields.member('memoryReservation'),
      };
      if (!memory.missing || !memoryReservation.missing) continue;
      report({
        at: container.name.node ?? { offset: container.node.offset, length: 1 },
        message: l10n.t(
          "Invalid setting for container '{0}'. At least one of 'memory' or 'memoryReservation' must be specified, or memory for the whole task.",
          container.label,
        ),
        fixes: [addFix(document, container.node, 'memory', 256, { after: 'image' })],
      });
    }
  },
};
