import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../document/document.ts';
import { replaceNode } from '../document/edits.ts';
import type { Fix, Severity } from './finding.ts';
import type { Rule } from './rule.ts';
import { renameEverywhere } from '../document/renameEverywhere.ts';
import type { LimitIssue } from '../document/structure.ts';
import type { Subject } from '../document/task.ts';

interface LimitRuleSpec extends Omit<Rule<Subject>, 'severity' | 'check'> {
  severity?: Severity;
  /** Ids of the members it answers for, such as `HealthCheck.interval`; a limit that no rule answers for fails a test. */
  members: readonly string[];
  /** Bounds that another rule speaks of. */
  except?: readonly LimitIssue['limit'][];
  /** What the pattern allows, in words. */
  allowed?: () => string;
  /** Makes a text fit the pattern, or gives none when that is a matter of judgement. */
  repair?: (text: string) => string | undefined;
}

/** A rule that states bounds kept in the schema: numbers, lengths, counts and patterns. */
export function limitRule(spec: LimitRuleSpec): LimitRule {
  const { members, except, allowed, repair, ...rule } = spec;
  return {
    severity: 'error',
    ...rule,
    limits: members,
    check({ document, issues }, report) {
      for (const issue of issues.limits) {
        if (!members.includes(issue.member.id) || except?.includes(issue.limit)) continue;
        report({ at: issue.node, message: describe(issue, allowed), fixes: repairs(document, issue, repair) });
      }
    },
  };
}

/** A rule on bounds names the members it answers for. */
export interface LimitRule extends Rule<Subject> {
  readonly limits: readonly string[];
}

function describe({ member, limit, actual, node }: LimitIssue, allowed: LimitRuleSpec['allowed']): string {
  const { minimum, maximum, maxLength, minItems, maxItems } = member.limits;
  const name = member.name;
  switch (limit) {
    case 'minimum':
    case 'maximum':
      if (maximum === undefined) return l10n.t('{0} is {1}; the least is {2}.', name, actual, minimum ?? 0);
      return l10n.t('{0} is {1}; ECS accepts {2} to {3}.', name, actual, minimum ?? 0, maximum);
    case 'minLength':
      return l10n.t('{0} is empty.', name);
    case 'maxLength':
      return l10n.t('{0} has {1} characters; at most {2} are allowed.', name, actual, maxLength ?? 0);
    case 'minItems':
      return l10n.t('{0} has {1} entries; at least {2} is needed.', name, actual, minItems ?? 1);
    case 'maxItems':
      return l10n.t('{0} has {1} entries; ECS accepts at most {2}.', name, actual, maxItems ?? 0);
    case 'pattern':
      return l10n.t(
        '"{0}" is not a valid {1}: {2}.',
        String(node.value),
        name,
        allowed?.() ?? String(member.limits.pattern),
      );
  }
}

function repairs(
  document: SourceDocument,
  { member, limit, node }: LimitIssue,
  repair: LimitRuleSpec['repair'],
): Fix[] {
  const bound = limit === 'minimum' ? member.limits.minimum : limit === 'maximum' ? member.limits.maximum : undefined;
  const repaired = bound ?? (node.type === 'string' ? repair?.(String(node.value)) : undefined);
  if (repaired === undefined) return [];
  return [
    {
      title: l10n.t('Change to {0}', JSON.stringify(repaired)),
      edits:
        typeof repaired === 'string'
          ? renameEverywhere(document, node, repaired)
          : [replaceNode(document.text, node, repaired)],
      preferred: true,
    },
  ];
}
