import { Range, type TextDocument, TextEdit } from 'vscode';
import type { Edit } from '../../taskdef/document/edits.ts';
import type { Range as TextRange } from '../../taskdef/document/range.ts';

/** Offsets of the core as positions of VS Code; both count UTF-16 units. */
export function toRange(document: TextDocument, { offset, length }: TextRange): Range {
  return new Range(document.positionAt(offset), document.positionAt(offset + length));
}

export function toTextEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => TextEdit.replace(toRange(document, edit), edit.text));
}
