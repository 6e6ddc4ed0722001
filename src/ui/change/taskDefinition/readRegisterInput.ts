import { CancellationError, l10n, type TextDocument, window } from 'vscode';
import { check } from '../../../taskdef/check.ts';
import type { SourceDocument } from '../../../taskdef/document/document.ts';
import type { Finding } from '../../../taskdef/rule/finding.ts';
import { type RegisterInput, toRegisterInput } from '../../../taskdef/register/registerInput.ts';
import { getSetting } from '../../common/settings.ts';
import { UserError } from '../../common/userError.ts';
import { fillDocument } from '../../common/documents/fillPlaceholders.ts';

/** What a file would register, and what has to be said about it before. */
export interface FileToRegister {
  input: RegisterInput;
  /** Lines for the confirmation: where values came from, how many warnings there are. */
  remarks: string[];
}

/** What the file would register. Throws a UserError that says what has to be repaired first. */
export async function readRegisterInput(document: TextDocument): Promise<FileToRegister> {
  const { source, origins } = await fillDocument(document);
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  if (source.kind === 'other') throw new UserError(l10n.t('{0} is not a task definition.', name));
  const warnings = await judge(document, source, name);
  const result = toRegisterInput(source);
  if ('input' in result) return { input: result.input, remarks: [...origins, ...warnings] };
  throw new UserError(l10n.t('{0} cannot be registered: {1}', name, result.reasons.join(' ')));
}

/** Errors that ECS itself would make block; those that only the person's settings make can be passed over. */
async function judge(document: TextDocument, source: SourceDocument, name: string): Promise<string[]> {
  const refused = check(source).filter(({ severity }) => severity === 'error');
  if (refused.length > 0) throw tooWrong(refused, name);
  const severities = getSetting('ecs.taskDefinition.rules', document.uri) ?? {};
  const found = check(source, { severities });
  const own = found.filter(({ severity }) => severity === 'error');
  if (own.length > 0) await askAnyway(own, name);
  const warnings = found.filter(({ severity }) => severity === 'warning');
  return warnings.length > 0 ? [warningLine(warnings)] : [];
}

function warningLine(warnings: readonly Finding[]): string {
  const [first] = warnings;
  if (warnings.length === 1) return l10n.t('1 warning: {0}', first?.message ?? '');
  return l10n.t('{0} warnings, the first: {1}', warnings.length, first?.message ?? '');
}

function tooWrong(errors: readonly Finding[], name: string): UserError {
  const showProblems = { title: l10n.t('Show Problems'), command: 'workbench.actions.view.problems' } as const;
  const count = errors.length === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors.length);
  return new UserError(l10n.t('{0} has {1}. The first: {2}', name, count, errors[0]?.message ?? ''), showProblems);
}

async function askAnyway(errors: readonly Finding[], name: string): Promise<void> {
  const anyway = l10n.t('Register Anyway');
  const detail = errors.map(({ rule, message }) => `${rule}: ${message}`).join('\n');
  const question = l10n.t('{0} breaks rules that your settings call errors; ECS itself would accept it.', name);
  const answer = await window.showWarningMessage(question, { modal: true, detail }, anyway);
  if (answer !== anyway) throw new CancellationError();
}
