import { CodeAction, CodeActionKind, type CodeActionProvider, l10n } from 'vscode';
import { fixAll } from '../../../taskdef/fixAll.ts';
import type { Refactoring } from '../../../taskdef/refactor/refactoring.ts';
import { refactorings } from '../../../taskdef/refactor/refactorings.ts';
import { editOf } from './codeActions.ts';
import { isOurs, readDocument } from '../../common/documents/readDocument.ts';

const kinds: Record<Refactoring['kind'], CodeActionKind> = {
  rewrite: CodeActionKind.RefactorRewrite,
  extract: CodeActionKind.RefactorExtract,
};

/** Changes to the part under the cursor that a person may want. */
export const refactorActions: CodeActionProvider = {
  provideCodeActions(document, range) {
    if (!isOurs(document)) return [];
    const { source, context } = readDocument(document);
    const offset = document.offsetAt(range.start);
    const length = document.offsetAt(range.end) - offset;
    return refactorings(source, { offset, length }, context).map(({ kind, title, edits }) => {
      const action = new CodeAction(title, kinds[kind]);
      action.edit = editOf(document, edits);
      return action;
    });
  },
};

/** What “fix all” does, also on save where a person has set it so. */
export const fixAllKind = CodeActionKind.SourceFixAll.append('ecs');

/** Makes the output of describe-task-definition or describe-services an input in one step. */
export const fixAllActions: CodeActionProvider = {
  provideCodeActions(document, _range, { only }) {
    // Asked for by kind alone; at each move of the cursor VS Code asks for everything else.
    if (!only?.intersects(fixAllKind) || !isOurs(document)) return [];
    const { source, context } = readDocument(document);
    const edit = fixAll(source, context);
    if (!edit) return [];
    const action = new CodeAction(l10n.t('Remove all that ECS does not take back'), fixAllKind);
    action.edit = editOf(document, [edit]);
    return [action];
  },
};
