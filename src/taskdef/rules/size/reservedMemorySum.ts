import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import type { Rule } from '../../rule/rule.ts';
import { neededMemory } from '../../rule/launchTypes.ts';
import { raiseMemory } from './containerMemory.ts';

export const reservedMemorySum: Rule = {
  id: 'TD033',
  severity: 'error',
  title: 'The containers reserve no more memory than the task has.',
  link: links.parameters,
  says: "The sum of all container memory reservations cannot be greater than the value of the task 'memory'.",
  check(task, report) {
    const { memory, containers } = task;
    const sum = neededMemory(task);
    // One container alone that is too large has a finding of its own.
    const largest = Math.max(
      0,
      ...containers.map(({ fields }) => fields.num('memoryReservation').value ?? fields.num('memory').value ?? 0),
    );
    if (memory === undefined || sum <= memory || largest > memory) return;
    const parts = containers
      .map(
        ({ label, fields }) => `${label} ${fields.num('memoryReservation').value ?? fields.num('memory').value ?? 0}`,
      )
      .join(', ');
    report({
      at: task.fields.member('memory').node!,
      message: l10n.t('The containers reserve {0} MiB ({1}), more than the {2} MiB of the task.', sum, parts, memory),
      fixes: raiseMemory(task, sum),
    });
  },
};
