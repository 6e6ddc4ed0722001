import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  type Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import type { Edit } from '../../../taskdef/document/edits.ts';
import type { Finding, Fix } from '../../../taskdef/rule/finding.ts';
import { ignoreActions } from './ignoreActions.ts';
import { isOurs } from '../../common/documents/readDocument.ts';
import { shownFindings } from './shownFindings.ts';
import { toRange, toTextEdits } from '../textRange.ts';

/** The repairs of the findings under the cursor, and the ways not to have them reported. */
export const codeActions: CodeActionProvider = {
  provideCodeActions(document, range, context) {
    if (!isOurs(document)) return [];
    const under = findingsAt(document, range);
    const repairs = under.flatMap((finding) =>
      finding.fixes.map((fix) => toAction(document, fix, diagnosticsOf(document, finding, context))),
    );
    const silencers = under.flatMap((finding) =>
      ignoreActions(document, finding.rule, diagnosticsOf(document, finding, context)),
    );
    return [...repairs, ...unique(silencers)];
  },
};

/** An edit of one document, as actions carry it. */
export function editOf(document: TextDocument, edits: readonly Edit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  edit.set(document.uri, toTextEdits(document, edits));
  return edit;
}

function findingsAt(document: TextDocument, range: Range): Finding[] {
  return shownFindings(document).filter((finding) => toRange(document, finding.range).intersection(range));
}

function toAction(document: TextDocument, fix: Fix, diagnostics: Diagnostic[]): CodeAction {
  const action = new CodeAction(visibleLine(fix.title), CodeActionKind.QuickFix);
  action.edit = editOf(document, fix.edits);
  action.diagnostics = diagnostics;
  action.isPreferred = fix.preferred ?? false;
  return action;
}

function diagnosticsOf(document: TextDocument, finding: Finding, { diagnostics }: CodeActionContext): Diagnostic[] {
  const range = toRange(document, finding.range);
  return diagnostics.filter((one) => ruleOf(one) === finding.rule && one.range.isEqual(range));
}

function ruleOf(diagnostic: Diagnostic): unknown {
  return typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
}

function unique(actions: CodeAction[]): CodeAction[] {
  return [...new Map(actions.map((action) => [action.title, action])).values()];
}
