import type { SourceDocument } from './document.ts';
import type { Node } from '../formats/node.ts';
import { replaceNode, type Edit } from './edits.ts';
import { symbolAt } from './symbols.ts';

/** Replaces a name and, where it is given once, every mention of it: a repaired name must not break what points to it. */
export function renameEverywhere(document: SourceDocument, node: Node, name: string): Edit[] {
  const symbol = symbolAt(document, node.offset + 1);
  if (symbol?.definitions.length !== 1) return [replaceNode(document.text, node, name)];
  return [...symbol.definitions, ...symbol.references]
    .toSorted((a, b) => a.offset - b.offset)
    .map((range) => ({ ...range, text: name }));
}
