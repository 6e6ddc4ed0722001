import { CodeAction, CodeActionKind, l10n, type TextDocument } from 'vscode';
import type { CommandId } from '../../../manifest.ts';
import type { Finding } from '../../../taskdef/rule/finding.ts';

/**
 * JSON has no comments to say it in, so a rule is silenced by a setting; where, the command asks. One action for all that
 * was found. It belongs to no diagnostic, as VS Code puts those that do before all others.
 */
export function ignoreActions(document: TextDocument, findings: readonly Finding[]): CodeAction[] {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  if (rules.length === 0) return [];
  const command: CommandId = 'ecs.ignoreRule';
  const title = l10n.t('Do not report {0}…', rules.join(', '));
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [rules, document.uri] };
  return [action];
}
