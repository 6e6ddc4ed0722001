import {
  DocumentSymbol,
  type DocumentSymbolProvider,
  FoldingRange,
  FoldingRangeKind,
  type FoldingRangeProvider,
  Range,
  SymbolKind,
} from 'vscode';
import { LogFolds, LogLandmarks } from '../../logs/lines/logOutline.ts';
import { isLogChannel } from './channel/channelVisibility.ts';
import { walkRows } from './rowWalk.ts';

/** Rows of a channel that fold, from its end: VS Code asks again with each change, and a channel is read there. */
const folding = 50_000;

/** Stack traces and other blocks fold. */
export const logFoldingProvider: FoldingRangeProvider = {
  async provideFoldingRanges(document, _context, token) {
    const folds = new LogFolds();
    const first = isLogChannel(document) ? document.lineCount - folding : 0;
    await walkRows(document, first, token, (row, text) => folds.read(row, text));
    return folds.found.map(({ start, end }) => new FoldingRange(start, end, FoldingRangeKind.Region));
  },
};

/** Errors and markers are the outline. */
export const logSymbolProvider: DocumentSymbolProvider = {
  async provideDocumentSymbols(document, token) {
    const landmarks = new LogLandmarks();
    await walkRows(document, 0, token, (row, text) => landmarks.read(row, text));
    return landmarks.found.map(({ row, name, detail, kind, length }) => {
      const range = new Range(row, 0, row, length);
      const symbol = kind === 'error' ? SymbolKind.Event : SymbolKind.Namespace;
      return new DocumentSymbol(name.slice(0, 120), detail, symbol, range, range);
    });
  },
};
