import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertMember } from '../../document/edits.ts';
import { memoryFor, smallestSize } from '../../facts/fargateSizes.ts';
import type { Rule } from '../../rule/rule.ts';
import { fargateAnchor, neededMemory, onFargate } from '../../rule/launchTypes.ts';

export const fargateMemoryMissing: Rule = {
  id: 'TD022',
  severity: 'error',
  title: 'Fargate needs the memory of the task.',
  link: links.fargateSizes,
  says: "Fargate requires that 'memory' be defined at the task level.",
  applies: onFargate,
  check(task, report) {
    const { fields, document, cpu } = task;
    const member = fields.member('memory');
    if (!member.missing || !fields.node) return;
    const needed = neededMemory(task);
    const memory =
      (cpu === undefined ? smallestSize(256, needed)?.memory : memoryFor(cpu).find((size) => size >= needed)) ?? 512;
    const fixes = member.node
      ? []
      : [
          {
            title: l10n.t('Add "memory": "{0}"', memory),
            edits: [insertMember(document.text, fields.node, 'memory', String(memory), 'cpu')],
            preferred: true,
          },
        ];
    report({
      at: member.node ?? fargateAnchor(task),
      message: l10n.t(
        "Fargate requires that 'memory' be defined at the task level; the sum of the containers is not taken.",
      ),
      fixes,
    });
  },
};
