import {
  type DefinitionProvider,
  type DocumentHighlightProvider,
  DocumentHighlight,
  DocumentHighlightKind,
  l10n,
  Location,
  type Position,
  type ReferenceProvider,
  type RenameProvider,
  type TextDocument,
  TextEdit,
  WorkspaceEdit,
} from 'vscode';
import type { Range } from '../../../taskdef/document/range.ts';
import { renameProblem, symbolAt as symbolAtOffset, type TaskSymbol } from '../../../taskdef/document/symbols.ts';
import { isOurs, readDocument } from '../../common/documents/readDocument.ts';
import { toRange } from '../textRange.ts';

/** From a use of a container or volume to where it is. */
export const definitions: DefinitionProvider = {
  provideDefinition(document, position) {
    return locations(document, symbolAt(document, position)?.definitions ?? []);
  },
};

export const references: ReferenceProvider = {
  provideReferences(document, position, { includeDeclaration }) {
    const symbol = symbolAt(document, position);
    if (!symbol) return [];
    return locations(document, [...(includeDeclaration ? symbol.definitions : []), ...symbol.references]);
  },
};

export const highlights: DocumentHighlightProvider = {
  provideDocumentHighlights(document, position) {
    const symbol = symbolAt(document, position);
    // Alone, it would only be marked where the cursor is; VS Code then marks equal words by itself.
    if (!symbol || symbol.definitions.length + symbol.references.length < 2) return undefined;
    const mark = (kind: DocumentHighlightKind) => (range: Range) =>
      new DocumentHighlight(toRange(document, range), kind);
    return [
      ...symbol.definitions.map(mark(DocumentHighlightKind.Write)),
      ...symbol.references.map(mark(DocumentHighlightKind.Read)),
    ];
  },
};

/** Gives a container or volume another name wherever the file names it. */
export const rename: RenameProvider = {
  prepareRename(document, position) {
    const symbol = symbolAt(document, position);
    const offset = document.offsetAt(position);
    const at = symbol && all(symbol).find((range) => range.offset <= offset && offset <= range.offset + range.length);
    if (!symbol || !at) throw new Error(l10n.t('Only names of containers and volumes can be renamed.'));
    return { range: toRange(document, at), placeholder: symbol.name };
  },
  provideRenameEdits(document, position, newName) {
    const symbol = symbolAt(document, position);
    if (!symbol) return undefined;
    const problem = renameProblem(readDocument(document).source, symbol, newName);
    if (problem) throw new Error(problem);
    const edit = new WorkspaceEdit();
    edit.set(
      document.uri,
      all(symbol).map((range) => TextEdit.replace(toRange(document, range), newName)),
    );
    return edit;
  },
};

function symbolAt(document: TextDocument, position: Position): TaskSymbol | undefined {
  if (!isOurs(document)) return undefined;
  return symbolAtOffset(readDocument(document).source, document.offsetAt(position));
}

function all({ definitions, references }: TaskSymbol): Range[] {
  return [...definitions, ...references];
}

function locations(document: TextDocument, ranges: readonly Range[]): Location[] {
  return ranges.map((range) => new Location(document.uri, toRange(document, range)));
}
