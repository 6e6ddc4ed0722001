import { indentOfLine, type Edit } from '../document/edits.ts';
import type { Node } from '../formats/node.ts';

/** Replaces a node by one inside it, which moves to the left by as much as it stood deeper. */
export function liftOut(text: string, outer: Node, inner: Node): Edit {
  const deeper = indentOfLine(text, inner.offset);
  const indent = indentOfLine(text, outer.offset);
  const body = text.slice(inner.offset, inner.offset + inner.length);
  const lifted = deeper.length > indent.length ? body.replaceAll(`\n${deeper}`, `\n${indent}`) : body;
  return { offset: outer.offset, length: outer.length, text: lifted };
}
