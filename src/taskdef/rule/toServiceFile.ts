import { contentOf } from '../document/content.ts';
import { describedService } from '../recognition/describedService.ts';
import type { SourceDocument } from '../document/document.ts';
import { type Edit, indentOfLine, indentUnit, layOut } from '../document/edits.ts';
import { nodeAt } from '../document/nodeAt.ts';
import { type Node, valueOf } from '../formats/node.ts';
import { removeMany } from './removeMany.ts';
import { asRoot } from './unwrap.ts';

/**
 * Edits that turn the answer of DescribeServices, wrapped or not, into the input of CreateService. `index` tells which of
 * several services is kept. Undefined when there is nothing to do.
 */
export function toServiceFile(document: SourceDocument, index = 0): Edit[] | undefined {
  const path = document.kind === 'serviceWrapper' ? ['services', index] : (contentOf(document.kind)?.path ?? []);
  const object = nodeAt(document, path);
  if (object?.type !== 'object') return undefined;
  const described = describedService(valueOf(object) as Record<string, unknown>);
  const properties = object.children ?? [];
  const isKept = (property: Node): boolean => !described?.dropped.has(String(property.children?.[0]?.value));
  const added = Object.entries(described?.added ?? {});
  if (object === document.root && added.length === 0) {
    const gone = properties.filter((property) => !isKept(property));
    return gone.length > 0 ? removeMany(document.text, gone) : undefined;
  }
  const { text } = document;
  const indent = indentOfLine(text, object.offset) + indentUnit(text);
  const write = ([name, value]: [string, unknown]): string =>
    text.includes('\n')
      ? `${JSON.stringify(name)}: ${layOut(text, value, indent)}`
      : `"${name}":${JSON.stringify(value)}`;
  const first = added.filter(([name]) => name === 'cluster').map(write);
  const last = added.filter(([name]) => name !== 'cluster').map(write);
  const kept = properties.filter(isKept).map(({ offset, length }) => text.slice(offset, offset + length));
  return [asRoot(document, object, [...first, ...kept, ...last])];
}
