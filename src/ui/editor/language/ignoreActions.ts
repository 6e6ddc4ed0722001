import { CodeAction, CodeActionKind, type Diagnostic, l10n, type TextDocument } from 'vscode';
import type { CommandId } from '../../../manifest.ts';

/** Where a rule is not to be reported any more. */
type IgnoreScope = 'file' | 'workspace';

/** JSON has no comments to say it in, so a rule is silenced by a setting: for the file or the workspace. */
export function ignoreActions(document: TextDocument, rule: string, diagnostics: Diagnostic[]): CodeAction[] {
  const scopes: Record<IgnoreScope, string> = {
    file: l10n.t('Do not report {0} in this file', rule),
    workspace: l10n.t('Do not report {0} in this workspace', rule),
  };
  return Object.entries(scopes).map(([scope, title]) => {
    const command: CommandId = 'ecs.ignoreRule';
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.command = { title, command, arguments: [rule, document.uri, scope] };
    action.diagnostics = diagnostics;
    return action;
  });
}
