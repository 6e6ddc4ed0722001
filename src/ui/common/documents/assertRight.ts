import { CancellationError, l10n } from 'vscode';
import { check } from '../../../taskdef/check.ts';
import { outputOnlyProperties } from '../../../taskdef/register/documentInput.ts';
import { serviceRules } from '../../../taskdef/ruleTable.ts';
import type { Finding } from '../../../taskdef/rule/finding.ts';
import { askModal } from '../messages.ts';
import { UserError } from '../userError.ts';
import { showProblems } from '../waysOut.ts';
import type { ReadDocument } from './readDocument.ts';

/**
 * Sees to it that nothing of a file that is about to be sent is wrong. Errors that ECS itself would make, and that Problems
 * shows as errors, throw a UserError; those that only the person's settings make can be passed over by the button `anyway`.
 * Returns a line about the warnings.
 */
export async function assertRight(read: ReadDocument, anyway: string): Promise<string[]> {
  const { refused, own } = errorsIn(read);
  if (refused.length > 0) throw tooWrong(refused, read.name);
  if (own.length > 0) await askAnyway(own, read.name, anyway);
  const warnings = findingsInSent(read).filter(({ severity }) => severity === 'warning');
  return warnings.length > 0 ? [warningLine(warnings)] : [];
}

const mended: ReadonlySet<string> = new Set(serviceRules.filter((rule) => rule.mendedWhenSent).map(({ id }) => id));

/** The findings of a file in what is sent: what only ECS sets is left out, and so cannot be wrong; a wrapper is taken off. */
export function findingsInSent(read: ReadDocument): Finding[] {
  const leftOut = outputOnlyProperties(read.source);
  return read.findings.filter(
    ({ range, rule }) =>
      !mended.has(rule) &&
      !leftOut.some(({ offset, length }) => offset <= range.offset && range.offset < offset + length),
  );
}

/** The errors in what is sent: `own` are those that only the person's settings call errors. */
export function errorsIn(read: ReadDocument): { refused: Finding[]; own: Finding[] } {
  const errors = findingsInSent(read).filter(({ severity }) => severity === 'error');
  const { severities } = read.context;
  if (errors.every(({ rule }) => severities?.[rule] !== 'error')) return { refused: errors, own: [] };
  const without = check(read.source, { ...read.context, severities: undefined });
  const isRefused = ({ rule, range }: Finding): boolean =>
    without.some((one) => one.severity === 'error' && one.rule === rule && one.range.offset === range.offset);
  return { refused: errors.filter(isRefused), own: errors.filter((one) => !isRefused(one)) };
}

function warningLine(warnings: readonly Finding[]): string {
  const [first] = warnings;
  if (warnings.length === 1) return l10n.t('1 warning: {0}', first?.message ?? '');
  return l10n.t('{0} warnings, the first: {1}', warnings.length, first?.message ?? '');
}

function tooWrong(errors: readonly Finding[], name: string): UserError {
  const count = errors.length === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors.length);
  return new UserError(l10n.t('{0} has {1}. The first: {2}', name, count, errors[0]?.message ?? ''), showProblems());
}

async function askAnyway(errors: readonly Finding[], name: string, anyway: string): Promise<void> {
  const question = l10n.t('{0} breaks rules that your settings call errors; ECS itself would accept it.', name);
  const lines = errors.map(({ rule, message }) => `${rule}: ${message}`);
  const answer = await askModal(question, lines, anyway);
  if (answer !== anyway) throw new CancellationError();
}
