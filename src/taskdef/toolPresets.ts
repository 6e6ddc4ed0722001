import type { Tool } from './document/siblingFacts.ts';
import type { Severity } from './rule/finding.ts';
import type { FileKind } from './document/recognise.ts';

/**
 * Rules that weigh otherwise with a tool that repairs the file before it reaches ECS. The GitHub action drops output-only members,
 * nulls and empty values and fills in images, and the SDK below it sends no member that it does not know; ecspresso drops empty lists
 * and members it does not know, reads names in any case, and takes the wrapper of DescribeTaskDefinition.
 */
const presets: Partial<Record<Tool, Readonly<Record<string, Severity | 'off'>>>> = {
  'github-action': { TD001: 'warning', TD002: 'info', TD004: 'warning', TD00A: 'info' },
  ecspresso: { TD001: 'warning', TD002: 'info', TD003: 'info', TD004: 'warning', TD00A: 'info' },
};

/** Terraform reads a list of containers: it leaves out nulls and members it does not know, and takes names in any case. */
const listOfContainers: Readonly<Record<string, Severity>> = { TD001: 'warning', TD004: 'warning', TD00A: 'info' };

export function presetSeverity(rule: string, tool: Tool | undefined, kind?: FileKind): Severity | 'off' | undefined {
  if (!tool) return kind === 'containers' ? listOfContainers[rule] : undefined;
  return presets[tool]?.[rule];
}

/** Rules on what must not be empty: without it, dropping the empty value makes things no better. */
const stillNeeded = new Set(['TD010', 'TD011', 'TD012', 'TD014', 'TD015', 'TD092', 'TD07E']);

/** Whether the tool drops the marked value, which is empty, before it registers the file. */
export function dropsEmpty(rule: string, marked: string, tool: Tool | undefined): boolean {
  if (stillNeeded.has(rule)) return false;
  if (tool === 'github-action') return /^(?:""|\[\s*\]|null)$/.test(marked);
  // Of texts, the Go SDK below ecspresso leaves out empty choices alone.
  return tool === 'ecspresso' && (/^\[\s*\]$/.test(marked) || (rule === 'TD008' && marked === '""'));
}
