import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { replaceNode } from '../../document/edits.ts';
import { smallestSize } from '../../facts/fargateSizes.ts';
import type { Fix } from '../../rule/finding.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, neededCpu, onFargate } from '../../rule/launchTypes.ts';
import type { Task } from '../../document/task.ts';

export const containerCpuSum: Rule = {
  id: 'TD031',
  severity: 'error',
  title: 'The containers reserve no more CPU than the task has.',
  link: links.parameters,
  says: "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
  check(task, report) {
    const { cpu, containers } = task;
    const sum = neededCpu(task);
    if (cpu === undefined || sum <= cpu) return;
    const shares = containers.filter(({ fields }) => fields.num('cpu').value);
    const parts = shares.map(({ label, fields }) => `${label} ${fields.num('cpu').value}`).join(', ');
    report({
      at: task.fields.member('cpu').node!,
      message: l10n.t(
        "The containers reserve {0} CPU units ({1}), more than the {2} of the task: the sum of all container 'cpu' values cannot be greater.",
        sum,
        parts,
        cpu,
      ),
      related: shares.map(({ fields }) => ({ range: fields.num('cpu').node!, message: l10n.t('Part of the sum.') })),
      fixes: raise(task, sum),
    });
  },
};

function raise(task: Task, sum: number): Fix[] {
  const { document, fields, memory } = task;
  const node = fields.member('cpu').node!;
  if (!isSure(onFargate(task))) return [changeFix(document, node, String(sum))];
  const size = smallestSize(sum, memory ?? 0);
  if (!size) return [];
  const edits = [replaceNode(document.text, node, String(size.cpu))];
  const memoryNode = fields.member('memory').node;
  if (memoryNode && memory !== undefined && size.memory !== memory)
    edits.push(replaceNode(document.text, memoryNode, String(size.memory)));
  return [{ title: l10n.t('Raise the task to {0} CPU units', size.cpu), edits, preferred: true }];
}
