import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { replaceNode } from '../../document/edits.ts';
import { smallestSize } from '../../facts/fargateSizes.ts';
import type { Fix } from '../../rule/finding.ts';
import { changeFix } from '../../rule/fixes.ts';
import type { Rule } from '../../rule/rule.ts';
import { isSure, neededMemory, onFargate } from '../../rule/launchTypes.ts';
import type { Task } from '../../document/task.ts';

export const containerMemory: Rule = {
  id: 'TD032',
  severity: 'error',
  title: 'No container has more memory than the task.',
  link: links.parameters,
  says: "The 'memory' setting for container 'x' is greater than for the task.",
  check(task, report) {
    const { memory, containers, document } = task;
    if (memory === undefined) return;
    for (const { fields, label } of containers) {
      for (const name of ['memory', 'memoryReservation']) {
        const { value, node } = fields.num(name);
        if (value === undefined || !node || value <= memory) continue;
        if (name === 'memoryReservation' && fields.num('memory').value !== undefined) continue;
        report({
          at: node,
          message: l10n.t(
            "The '{0}' setting for container '{1}' is greater than for the task: {2} of {3} MiB.",
            name,
            label,
            value,
            memory,
          ),
          fixes: [...raiseMemory(task, Math.max(value, neededMemory(task))), changeFix(document, node, memory, false)],
        });
      }
    }
  },
};

/** Raises the task's memory to what fits, and on Fargate to a size that is offered. */
export function raiseMemory(task: Task, needed: number): Fix[] {
  const { document, fields, cpu } = task;
  const node = fields.member('memory').node;
  if (!node) return [];
  if (!isSure(onFargate(task))) return [changeFix(document, node, String(needed))];
  const size = smallestSize(cpu ?? 256, needed);
  if (!size) return [];
  const edits = [replaceNode(document.text, node, String(size.memory))];
  const cpuNode = fields.member('cpu').node;
  if (cpuNode && cpu !== undefined && size.cpu !== cpu)
    edits.push(replaceNode(document.text, cpuNode, String(size.cpu)));
  return [{ title: l10n.t('Raise the task to {0} MiB', size.memory), edits, preferred: true }];
}
