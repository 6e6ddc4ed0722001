import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { insertMember } from '../../document/edits.ts';
import { smallestSize } from '../../facts/fargateSizes.ts';
import type { Rule } from '../../rule/rule.ts';
import { fargateAnchor, neededCpu, neededMemory, onFargate } from '../../rule/launchTypes.ts';

export const fargateCpuMissing: Rule = {
  id: 'TD021',
  severity: 'error',
  title: 'Fargate needs the CPU of the task.',
  link: links.fargateSizes,
  says: "Fargate requires that 'cpu' be defined at the task level.",
  applies: onFargate,
  check(task, report) {
    const { fields, document, memory } = task;
    if (!fields.member('cpu').missing || !fields.node) return;
    const size = smallestSize(neededCpu(task), Math.max(memory ?? 0, neededMemory(task)));
    const value = String(size?.cpu ?? 256);
    const fixes =
      fields.has('cpu') || fields.member('cpu').node
        ? []
        : [
            {
              title: l10n.t('Add "cpu": "{0}"', value),
              edits: [insertMember(document.text, fields.node, 'cpu', value)],
              preferred: true,
            },
          ];
    report({
      at: fields.member('cpu').node ?? fargateAnchor(task),
      message: l10n.t(
        "Fargate requires that 'cpu' be defined at the task level; the sum of the containers is not taken.",
      ),
      fixes,
    });
  },
};
