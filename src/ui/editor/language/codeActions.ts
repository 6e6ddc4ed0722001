import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  l10n,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import type { Edit } from '../../../taskdef/document/edits.ts';
import { fixCertain } from '../../../taskdef/fixAll.ts';
import type { Finding, Fix } from '../../../taskdef/rule/finding.ts';
import { ignoreActions } from './ignoreActions.ts';
import { isOurs, readDocument } from '../../common/documents/readDocument.ts';
import { shownFindings } from './shownFindings.ts';
import { toRange, toTextEdits } from '../textRange.ts';

/** The repairs of what is found under the cursor, VS Code's own complaints included; last the way not to have it reported. */
export const codeActions: CodeActionProvider = {
  provideCodeActions(document, range, context) {
    if (!isOurs(document)) return [];
    const { findings } = readDocument(document);
    const under = findings.filter((finding) => toRange(document, finding.range).intersection(range));
    const repairs = under.flatMap((finding) =>
      finding.fixes.map((fix) => toAction(document, fix, diagnosticsOf(document, finding, context))),
    );
    const shown = shownFindings(document).filter((finding) => under.includes(finding));
    return [
      ...repairs,
      ...(repairs.length > 0 ? allAtOnce(document, findings) : []),
      ...ignoreActions(document, shown),
    ];
  },
  // At each move of the cursor VS Code asks for the actions, and checks of the whole file are too much for that.
  resolveCodeAction(action) {
    if (!(action instanceof AllAtOnce)) return action;
    const { source, context } = readDocument(action.document);
    const edit = fixCertain(source, context);
    if (edit) action.edit = editOf(action.document, [edit]);
    return action;
  },
};

/** All certain repairs of a file in one step; which they are is worked out when it is chosen. */
class AllAtOnce extends CodeAction {
  readonly document: TextDocument;

  constructor(document: TextDocument) {
    super(l10n.t('Make all certain repairs in this file'), CodeActionKind.QuickFix);
    this.document = document;
  }
}

function allAtOnce(document: TextDocument, findings: readonly Finding[]): CodeAction[] {
  const certain = findings.filter(({ fixes }) => fixes.some(({ preferred }) => preferred));
  return certain.length > 1 ? [new AllAtOnce(document)] : [];
}

/** An edit of one document, as actions carry it. */
export function editOf(document: TextDocument, edits: readonly Edit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  edit.set(document.uri, toTextEdits(document, edits));
  return edit;
}

function toAction(document: TextDocument, fix: Fix, diagnostics: Diagnostic[]): CodeAction {
  const action = new CodeAction(visibleLine(fix.title), CodeActionKind.QuickFix);
  action.edit = editOf(document, fix.edits);
  action.diagnostics = diagnostics;
  action.isPreferred = fix.preferred ?? false;
  return action;
}

/** Ours, or what VS Code's own JSON support says of the same place. */
function diagnosticsOf(document: TextDocument, finding: Finding, { diagnostics }: CodeActionContext): Diagnostic[] {
  const range = toRange(document, finding.range);
  const ours = diagnostics.filter((one) => ruleOf(one) === finding.rule && one.range.isEqual(range));
  return ours.length > 0 ? ours : diagnostics.filter((one) => one.source !== 'ecs' && one.range.intersection(range));
}

function ruleOf(diagnostic: Diagnostic): unknown {
  return typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
}
