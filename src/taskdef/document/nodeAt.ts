import { memberOf, type Node } from '../formats/node.ts';
import type { PathSegment } from './cursor.ts';
import type { SourceDocument } from './document.ts';

/** The node at a path; of members with one name the last, which is the one that counts. */
export function nodeAt({ root }: SourceDocument, path: readonly PathSegment[]): Node | undefined {
  if (!root) return undefined;
  let node: Node | undefined = root;
  for (const segment of path) {
    if (typeof segment === 'number') node = node?.type === 'array' ? node.children?.[segment] : undefined;
    else node = node && memberOf(node, segment);
  }
  return node;
}

/** The innermost value or name at an offset: what a person points at. */
export function leafAt(root: Node | undefined, offset: number): Node | undefined {
  let node = root;
  while (node?.children) {
    const inner: Node | undefined = node.children.find(
      (child) => child.offset <= offset && offset <= child.offset + child.length,
    );
    if (!inner) break;
    node = inner;
  }
  return node && node.offset <= offset && offset <= node.offset + node.length ? node : undefined;
}

/** Path of a node, as JSON tools write it. */
export function pathOf(node: Node): PathSegment[] {
  const path: PathSegment[] = [];
  for (let current = node; current.parent; current = current.parent) {
    if (current.parent.type === 'property') path.unshift(String(current.parent.children?.[0]?.value));
    else if (current.parent.type === 'array') path.unshift(current.parent.children!.indexOf(current));
  }
  return path;
}
