import type { Tool } from './document/siblingFacts.ts';
import type { Severity } from './rule/finding.ts';
import type { FileKind } from './document/recognise.ts';
import type { Rule } from './rule/rule.ts';

/**
 * How a rule weighs with the tool that deploys the file, where the tool repairs it first. The GitHub action drops output-only members,
 * nulls and empty values and fills in images, and the SDK below it sends no member that it does not know; ecspresso drops empty lists
 * and members it does not know, reads names in any case, and takes the wrapper of DescribeTaskDefinition. A list of containers is read
 * by Terraform, which leaves out nulls and members it does not know, and takes names in any case.
 */
export function presetSeverity(
  { severityWith }: Pick<Rule, 'severityWith'>,
  tool: Tool | undefined,
  kind?: FileKind,
): Severity | undefined {
  const deployer = tool ?? (kind === 'containers' ? 'terraform' : undefined);
  return deployer && severityWith?.[deployer];
}

/** Whether the tool drops the marked value, which is empty, before it registers the file, and all is well then. */
export function dropsEmpty(
  { neededEvenEmpty, emptyTextDroppedBy }: Pick<Rule, 'neededEvenEmpty' | 'emptyTextDroppedBy'>,
  marked: string,
  tool: Tool | undefined,
): boolean {
  if (!tool || neededEvenEmpty) return false;
  if (tool === 'github-action') return /^(?:""|\[\s*\]|null)$/.test(marked);
  if (marked === '""') return emptyTextDroppedBy?.includes(tool) ?? false;
  return tool === 'ecspresso' && /^\[\s*\]$/.test(marked);
}
