import type { Node } from '../formats/node.ts';
import { removeSiblings, type Edit } from '../document/edits.ts';

/** Removes members and items anywhere in the file, in edits that do not overlap. */
export function removeMany(text: string, nodes: readonly Node[]): Edit[] {
  const byParent = new Map<Node | undefined, Node[]>();
  for (const node of nodes) byParent.set(node.parent, [...(byParent.get(node.parent) ?? []), node]);
  return [...byParent.values()].flatMap((siblings) => removeSiblings(text, siblings));
}
