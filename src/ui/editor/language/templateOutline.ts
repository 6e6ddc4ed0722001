import {
  DocumentSymbol,
  type DocumentSymbolProvider,
  FoldingRange,
  type FoldingRangeProvider,
  SymbolKind,
  type TextDocument,
} from 'vscode';
import { visibleLine } from '../../../ecs/text/visibleText.ts';
import type { Node } from '../../../taskdef/formats/node.ts';
import { outline, type OutlineItem } from '../../../taskdef/reading/outline.ts';
import { isOurs, readDocument } from '../../common/documents/readDocument.ts';
import { toRange } from '../textRange.ts';

const symbolKinds: Record<Node['type'], SymbolKind> = {
  object: SymbolKind.Module,
  array: SymbolKind.Array,
  property: SymbolKind.Property,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  null: SymbolKind.Variable,
};

/** The outline of templates; that of JSON files comes from VS Code. */
export const templateSymbols: DocumentSymbolProvider = {
  provideDocumentSymbols(document) {
    return isOurs(document) ? outline(readDocument(document).source).map((item) => toSymbol(document, item)) : [];
  },
};

export const templateFolding: FoldingRangeProvider = {
  provideFoldingRanges(document) {
    const root = isOurs(document) ? readDocument(document).source.root : undefined;
    const ranges: FoldingRange[] = [];
    const visit = (node: Node): void => {
      if (node.type === 'object' || node.type === 'array') {
        const start = document.positionAt(node.offset).line;
        // The closing bracket stays in sight.
        const end = document.positionAt(node.offset + node.length).line - 1;
        if (end > start) ranges.push(new FoldingRange(start, end));
      }
      node.children?.forEach(visit);
    };
    if (root) visit(root);
    return ranges;
  },
};

function toSymbol(document: TextDocument, item: OutlineItem): DocumentSymbol {
  const symbol = new DocumentSymbol(
    visibleLine(item.name) || '""',
    visibleLine(item.detail),
    symbolKinds[item.type],
    toRange(document, item.range),
    toRange(document, item.selection),
  );
  symbol.children = item.children.map((child) => toSymbol(document, child));
  return symbol;
}
