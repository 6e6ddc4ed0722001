import * as l10n from '@vscode/l10n';
import { links } from '../../facts/links.ts';
import { replaceNode } from '../../document/edits.ts';
import { fargateSizes, memoryFor, smallestSize } from '../../facts/fargateSizes.ts';
import type { Fix } from '../../rule/finding.ts';
import type { Problem, Rule } from '../../rule/rule.ts';
import type { Task } from '../../document/task.ts';
import { neededMemory, onFargate } from '../../rule/launchTypes.ts';

export const fargatePair: Rule = {
  id: 'TD024',
  severity: 'error',
  title: 'CPU and memory are a pair that Fargate offers.',
  link: links.fargateSizes,
  says: 'No Fargate configuration exists for given values: 1024 CPU, 1024 memory. See the Amazon ECS documentation for the valid values.',
  applies: onFargate,
  check(task, report) {
    const { cpu, memory } = task;
    if (cpu === undefined) return;
    if (!fargateSizes.has(cpu)) report(wrongCpu(task, cpu));
    else if (memory !== undefined && !memoryFor(cpu).includes(memory)) report(wrongPair(task, cpu, memory));
  },
};

function wrongCpu(task: Task, cpu: number): Problem {
  const node = task.fields.member('cpu').node!;
  const next = smallestSize(cpu, task.memory ?? 0);
  return {
    at: node,
    message: l10n.t('Fargate has no size with {0} CPU units; it offers {1}.', cpu, list([...fargateSizes.keys()])),
    fixes: next ? [sizeFix(task, next.cpu, next.memory, true)] : [],
  };
}

function wrongPair(task: Task, cpu: number, memory: number): Problem {
  const { fields } = task;
  const allowed = memoryFor(cpu);
  const wanted = Math.max(memory, neededMemory(task));
  const sameCpu = allowed.find((size) => size >= wanted);
  const bigger = smallestSize(cpu, memory);
  const fixes: Fix[] = [];
  if (sameCpu !== undefined) fixes.push(sizeFix(task, cpu, sameCpu, true));
  else if (bigger)
    fixes.push(sizeFix(task, bigger.cpu, bigger.memory, true), sizeFix(task, cpu, allowed.at(-1)!, false));
  return {
    at: fields.member('memory').node!,
    message: pairMessage(cpu, memory),
    related: [{ range: fields.member('cpu').node!, message: l10n.t('The CPU of the task.') }],
    fixes,
  };
}

function pairMessage(cpu: number, memory: number): string {
  const allowed = memoryFor(cpu);
  const sizes =
    allowed.length > 4
      ? l10n.t('{0} to {1} MiB in steps of {2}', allowed[0]!, allowed.at(-1)!, allowed[1]! - allowed[0]!)
      : l10n.t('{0} MiB', list(allowed));
  if (memory < allowed[0]!) {
    const smaller = [...fargateSizes].filter(([, sizes]) => sizes.includes(memory)).at(-1)?.[0];
    if (smaller)
      return l10n.t('{0} CPU units allow {1}; {2} goes with at most {3} CPU units.', cpu, sizes, memory, smaller);
  } else if (memory > allowed.at(-1)!) {
    const larger = smallestSize(cpu, memory)?.cpu;
    if (larger) return l10n.t('{0} CPU units allow {1}; {2} needs at least {3} CPU units.', cpu, sizes, memory, larger);
  }
  return l10n.t('{0} CPU units allow {1}; {2} is none of them.', cpu, sizes, memory);
}

function sizeFix({ document, fields, cpu, memory }: Task, newCpu: number, newMemory: number, preferred: boolean): Fix {
  const cpuNode = fields.member('cpu').node!;
  const memoryNode = fields.member('memory').node;
  const edits = [];
  const titles = [];
  if (newCpu !== cpu) {
    edits.push(replaceNode(document.text, cpuNode, String(newCpu)));
    titles.push(l10n.t('cpu to {0}', newCpu));
  }
  if (memoryNode && newMemory !== memory) {
    edits.push(replaceNode(document.text, memoryNode, String(newMemory)));
    titles.push(l10n.t('memory to {0}', newMemory));
  }
  return { title: l10n.t('Change {0}', titles.join(', ')), edits, preferred };
}

/** "512, 1024 or 2048". */
function list(values: readonly number[]): string {
  if (values.length < 2) return values.join('');
  return l10n.t('{0} or {1}', values.slice(0, -1).join(', '), values.at(-1)!);
}
