import { ExplorerNode } from './node.ts';

/** The row whose children have to be read again when a row is gone: the nearest one above that reads any. */
export function listOf(node: unknown): ExplorerNode | undefined {
  let above = node instanceof ExplorerNode ? node.parent : undefined;
  while (above && !above.branch) above = above.parent;
  return above;
}
