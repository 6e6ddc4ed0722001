import type { ToolUse } from '../taskdef/document/siblingFacts.ts';
import { toolName } from '../taskdef/facts/toolNames.ts';
import type { Severity } from '../taskdef/rule/finding.ts';
import type { LintFinding } from './lintFile.ts';

/** `12 files, 3 errors, 1 warning`. */
export function summaryOf(files: number, findings: readonly LintFinding[]): string {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const parts = [counted(files, 'file'), counted(count('error'), 'error'), counted(count('warning'), 'warning')];
  return parts.join(', ');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Which tool each file was judged for, and what showed it: one line for all files of which the same is known. */
export function assumedTools(judged: ReadonlyMap<string, readonly ToolUse[]>): string[] {
  const files = new Map<string, string[]>();
  for (const [file, uses] of judged) {
    const shown = uses.filter(({ by }) => by !== undefined);
    if (shown.length === 0) continue;
    const said = shown.map(
      ({ tool, by, elsewhere }) => `${toolName(tool)}, by ${by}${elsewhere ? ', which deploys others' : ''}`,
    );
    const tools = [...new Set(said)].join('; ');
    files.set(tools, [...(files.get(tools) ?? []), file]);
  }
  return [...files].map(([tools, [first, ...more]]) => {
    const others = more.length > 0 ? ` and ${more.length} more` : '';
    return `${first}${others}: ${tools}`;
  });
}

/** What was repaired in a file, by rule, with how often where it was more than once. */
export function repairText(file: string, repaired: ReadonlyMap<string, number>): string {
  const rules = [...repaired].map(([rule, count]) => (count > 1 ? `${rule} (${count})` : rule));
  return `${file}: repaired ${rules.join(', ')}`;
}
