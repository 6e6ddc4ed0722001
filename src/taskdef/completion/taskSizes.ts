import * as l10n from '@vscode/l10n';
import { replaceNode, type Edit } from '../document/edits.ts';
import { fargateSizes, memoryFor, windowsFargateCpus } from '../facts/fargateSizes.ts';
import { neededCpu, neededMemory } from '../rule/launchTypes.ts';
import { formatCpu, formatMemory } from '../document/units.ts';
import type { CompletionRequest, Proposal } from './request.ts';

/** Sizes of the task's CPU; memory that does not go with a choice is changed in the same edit. */
export function taskCpus(request: CompletionRequest): Proposal[] {
  const { task } = request;
  const needed = neededCpu(task);
  const cpus = task.windows === 'yes' && isFargate(request) ? windowsFargateCpus : [...fargateSizes.keys()];
  return cpus.map((cpu) => {
    const memories = memoryFor(cpu);
    const detail = l10n.t(
      '{0}, memory {1} to {2}',
      formatCpu(cpu),
      formatMemory(memories[0]!),
      formatMemory(memories.at(-1)!),
    );
    const refused = cpu < needed ? l10n.t('less than the containers reserve') : undefined;
    return { value: String(cpu), detail, refused, also: memoryFor(cpu).length > 0 ? fittingMemory(request, cpu) : [] };
  });
}

function fittingMemory(request: CompletionRequest, cpu: number): Edit[] {
  const { task, document } = request;
  const node = task.fields.member('memory').node;
  if (!isFargate(request) || !node || task.memory === undefined || memoryFor(cpu).includes(task.memory)) return [];
  const wanted = Math.max(task.memory, neededMemory(task));
  const memory = memoryFor(cpu).find((size) => size >= wanted) ?? memoryFor(cpu).at(-1)!;
  return [replaceNode(document.text, node, String(memory))];
}

/** Sizes of the task's memory that go with its CPU. */
export function taskMemories(request: CompletionRequest): Proposal[] {
  const { task } = request;
  const needed = neededMemory(task);
  const all = [...new Set([...fargateSizes.values()].flat())].toSorted((a, b) => a - b);
  const fitting = task.cpu === undefined ? [] : memoryFor(task.cpu);
  return (fitting.length > 0 ? fitting : all).map((memory) => ({
    value: String(memory),
    detail: formatMemory(memory),
    refused: memory < needed ? l10n.t('less than the containers reserve') : undefined,
  }));
}

function isFargate({ task }: CompletionRequest): boolean {
  const fargate = task.launch('FARGATE');
  return fargate === 'yes' || fargate === 'likely';
}
