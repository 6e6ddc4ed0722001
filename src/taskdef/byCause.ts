import * as l10n from '@vscode/l10n';
import type { Finding } from './rule/finding.ts';

/** The repair that takes a finding away, with its places: findings of one cause have it in common. Undefined without a certain one. */
export function causeOf({ fixes: [first] }: Pick<Finding, 'fixes'>): string | undefined {
  return first?.preferred ? `${first.title} ${first.edits.map(({ offset }) => offset).join(' ')}` : undefined;
}

/** What tells findings of one cause. */
interface Caused {
  rule: string;
  severity: string;
  message: string;
  file?: string;
  cause?: string | undefined;
}

/**
 * Findings by their causes, in their order: those that one repair takes away, and those of which the same is said, are one. Each group
 * has its findings in the order of the file.
 */
export function byCause<T extends Caused>(findings: readonly T[]): T[][] {
  const keyOf = ({ file, rule, severity }: T, what: string): string => JSON.stringify([file, rule, severity, what]);
  const shared = new Map<string, number>();
  for (const finding of findings) {
    if (finding.cause === undefined) continue;
    const key = keyOf(finding, finding.cause);
    shared.set(key, (shared.get(key) ?? 0) + 1);
  }
  const groups = new Map<string, T[]>();
  for (const finding of findings) {
    const byRepair = finding.cause === undefined ? undefined : keyOf(finding, finding.cause);
    const key = byRepair !== undefined && shared.get(byRepair)! > 1 ? byRepair : keyOf(finding, finding.message);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

/** So few are told each at its place. */
const fewest = 4;

/** Findings as a list shows them: many of one cause are the first of them, with the others as places beside it. */
export function summarised(findings: readonly Finding[]): Finding[] {
  const groups = byCause(findings.map((finding) => ({ ...finding, cause: causeOf(finding), finding })));
  const many = groups.filter((group) => group.length >= fewest).map((group) => group.map(({ finding }) => finding));
  const others = new Map(many.map(([first, ...rest]) => [first!, rest]));
  const left = new Set(many.flatMap(([, ...rest]) => rest));
  return findings
    .filter((finding) => !left.has(finding))
    .map((finding) => {
      const more = others.get(finding);
      if (!more) return finding;
      return {
        ...finding,
        message: l10n.t('{0} {1} more are of the same cause.', finding.message, more.length),
        related: [...finding.related, ...more.map(({ range, message }) => ({ range, message }))],
      };
    });
}
