import type { CheckContext } from './rule/checkContext.ts';
import type { SourceDocument } from './document/document.ts';
import type { Finding } from './rule/finding.ts';
import { toolName } from './facts/toolNames.ts';
import { weigh } from './toolPresets.ts';
import type { Rule } from './rule/rule.ts';
import { serviceRules, taskRules } from './ruleTable.ts';
import { syntax } from './rules/structure/syntax.ts';
import { isAboutService, isAboutTask } from './document/content.ts';
import { readService } from './document/service.ts';
import { readTask, type Subject } from './document/task.ts';

/**
 * Every finding in a file, in the order of the file. Files that are not ours have none. A rule that throws is left out and handed to
 * `onFault`: one faulty rule must not take the others' findings away.
 */
export function check(
  document: SourceDocument,
  context: CheckContext = {},
  onFault?: (rule: string, error: unknown) => void,
): Finding[] {
  if (document.kind === 'other' || !document.root) return checkText(document, context, onFault);
  if (isAboutService(document.kind)) return runRules(serviceRules, readService(document, context), context, onFault);
  return runRules(taskRules, readTask(document, context), context, onFault);
}

/** A file without a root still breaks the rules that look at its text alone. */
function checkText(
  document: SourceDocument,
  context: CheckContext,
  onFault?: (rule: string, error: unknown) => void,
): Finding[] {
  if (document.kind === 'other') return [];
  const textRules = taskRules.filter((rule) => rule.textOnly);
  return runRules(textRules, readTask(document, context), context, onFault);
}

function runRules<S extends Subject>(
  rules: readonly Rule<S>[],
  subject: S,
  context: CheckContext,
  onFault: ((rule: string, error: unknown) => void) | undefined,
): Finding[] {
  const findings: Finding[] = [];
  const run = (some: readonly Rule<S>[]): void => {
    for (const rule of some) {
      if (context.severities?.[rule.id] === 'off') continue;
      try {
        runRule(rule, subject, context, findings);
      } catch (error) {
        onFault?.(rule.id, error);
      }
    }
  };
  run(rules.filter(({ standsAlone }) => standsAlone));
  if (findings.length === 0) run(rules.filter(({ standsAlone }) => !standsAlone));
  return findings.sort(
    (a, b) => a.range.offset - b.range.offset || a.range.length - b.range.length || compare(a.rule, b.rule),
  );
}

function runRule<S extends Subject>(rule: Rule<S>, subject: S, context: CheckContext, findings: Finding[]): void {
  const applies = rule.applies?.(subject) ?? 'yes';
  if (applies !== 'yes' && applies !== 'likely') return;
  rule.check(
    subject,
    (problem) => {
      const said = problem.severity ?? rule.severity;
      const own = applies === 'likely' && said === 'error' ? 'warning' : said;
      const weighed = weigh(rule, problem, own, subject, context);
      const chosen = context.severities?.[rule.id];
      if (!weighed || chosen === 'off') return;
      const { at, fixes = [], related = [] } = problem;
      const range = { offset: at.offset, length: Math.max(at.length, 0) };
      const minding = weighed.minding.map(toolName).join(', ');
      const message = minding ? `${problem.message} (${minding})` : problem.message;
      findings.push({
        rule: rule.id,
        severity: chosen ?? weighed.severity,
        message,
        range,
        link: rule.link,
        fixes,
        related,
      });
    },
    context,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const mayError = ({ id, severity, mayBeError }: Pick<Rule, 'id' | 'severity' | 'mayBeError'>): boolean =>
  id !== syntax.id && (severity === 'error' || mayBeError === true);
const taskErrorRules = taskRules.filter(mayError);
const serviceErrorRules = serviceRules.filter(mayError);

/** Messages of the errors in a file, by rule and message: a quick check for what tries out changes. Syntax is left out. */
export function errorsOf(document: SourceDocument, context: CheckContext = {}): Map<string, string> {
  if (!document.root || (!isAboutTask(document.kind) && !isAboutService(document.kind))) return new Map();
  const findings = isAboutService(document.kind)
    ? runRules(serviceErrorRules, readService(document, context), context, undefined)
    : runRules(taskErrorRules, readTask(document, context), context, undefined);
  return new Map(
    findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => [`${rule} ${message}`, message]),
  );
}
