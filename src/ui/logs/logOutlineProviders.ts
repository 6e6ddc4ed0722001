import {
  DocumentSymbol,
  type DocumentSymbolProvider,
  FoldingRange,
  FoldingRangeKind,
  type FoldingRangeProvider,
  Range,
  SymbolKind,
  type TextDocument,
} from 'vscode';
import { logFolds, logLandmarks } from '../../logs/logOutline.ts';

/** Stack traces and other blocks fold. */
export const logFoldingProvider: FoldingRangeProvider = {
  provideFoldingRanges: (document) =>
    logFolds(rowsOf(document)).map(({ start, end }) => new FoldingRange(start, end, FoldingRangeKind.Region)),
};

/** Errors and markers are the outline. */
export const logSymbolProvider: DocumentSymbolProvider = {
  provideDocumentSymbols: (document) =>
    logLandmarks(rowsOf(document)).map(({ row, name, detail, kind }) => {
      const range = new Range(row, 0, row, document.lineAt(row).text.length);
      const symbol = kind === 'error' ? SymbolKind.Event : SymbolKind.Namespace;
      return new DocumentSymbol(name.slice(0, 120), detail, symbol, range, range);
    }),
};

function rowsOf(document: TextDocument): string[] {
  return document.getText().split(/\r?\n/);
}
