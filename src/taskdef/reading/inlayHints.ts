import { isAboutTask } from '../document/content.ts';
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../document/document.ts';
import type { Node } from '../formats/node.ts';
import { readTask, type Task } from '../document/task.ts';
import { formatCpu, formatMemory } from '../document/units.ts';

/** A remark behind a value. */
export interface InlayHint {
  offset: number;
  text: string;
}

/** What sizes mean in vCPU and GB, and what the containers reserve of the task's. */
export function inlayHints(document: SourceDocument): InlayHint[] {
  if (!isAboutTask(document.kind) || !document.root) return [];
  const task = readTask(document);
  const hints: InlayHint[] = [];
  const add = (node: Node | undefined, parts: readonly (string | undefined)[]): void => {
    const text = parts.filter((part) => part !== undefined).join(' · ');
    if (node && text) hints.push({ offset: node.offset + node.length, text });
  };
  const { cpu, memory } = task;
  const cpuNode = task.fields.member('cpu').node;
  const memoryNode = task.fields.member('memory').node;
  if (cpu !== undefined) add(cpuNode, [unlessSaid(cpuNode, formatCpu(cpu)), share(sumOf(task, 'cpu'), cpu)]);
  if (memory !== undefined)
    add(memoryNode, [unlessSaid(memoryNode, formatMemory(memory)), share(reserved(task), memory)]);
  for (const { fields } of task.containers) {
    const own = { cpu: fields.num('cpu'), memory: fields.num('memory'), soft: fields.num('memoryReservation') };
    if (own.cpu.value) add(own.cpu.node, [formatCpu(own.cpu.value)]);
    for (const size of [own.memory, own.soft])
      if (size.value && size.value >= 1024) add(size.node, [formatMemory(size.value)]);
  }
  return hints.sort((a, b) => a.offset - b.offset);
}

/** "1 vCPU" need not be said twice. */
function unlessSaid(node: Node | undefined, text: string): string | undefined {
  return /[a-z]/i.test(String(node?.value)) ? undefined : text;
}

function share(sum: number, whole: number): string | undefined {
  return sum > 0 ? l10n.t('containers reserve {0} of {1}', sum, whole) : undefined;
}

function sumOf({ containers }: Task, member: string): number {
  return containers.reduce((sum, { fields }) => sum + (fields.num(member).value ?? 0), 0);
}

/** What ECS reserves of the task's memory: the soft limit of each container, else its hard one. */
function reserved({ containers }: Task): number {
  return containers.reduce(
    (sum, { fields }) => sum + (fields.num('memoryReservation').value ?? fields.num('memory').value ?? 0),
    0,
  );
}
