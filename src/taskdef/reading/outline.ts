import type { SourceDocument } from '../document/document.ts';
import type { Node } from '../formats/node.ts';
import type { Range } from '../document/range.ts';

export interface OutlineItem {
  name: string;
  /** Its value, where it has a short one. */
  detail: string;
  type: Node['type'];
  range: Range;
  /** Its name. */
  selection: Range;
  children: OutlineItem[];
}

/** Members by which people tell items of a list apart. */
const identities =
  'name key containerName sourceVolume sourceContainer containerPort namespace serviceName capacityProvider portName dnsName registryArn hookTargetArn targetType type'.split(
    ' ',
  );
const longestDetail = 60;
const mostItems = 5000;

/** The parts of a file, for languages in which VS Code does not show them by itself. */
export function outline({ root }: SourceDocument): OutlineItem[] {
  let count = 0;
  const children = (node: Node | undefined): OutlineItem[] => {
    const items: OutlineItem[] = [];
    for (const [index, child] of (node?.children ?? []).entries()) {
      const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
      if (!value || ++count > mostItems) continue;
      items.push({
        name: key ? String(key.value) : (identityOf(value) ?? String(index)),
        detail: detailOf(value),
        type: value.type,
        range: { offset: child.offset, length: child.length },
        selection: key ? { offset: key.offset, length: key.length } : { offset: child.offset, length: 1 },
        children: value.children ? children(value) : [],
      });
    }
    return items;
  };
  return root?.type === 'object' || root?.type === 'array' ? children(root) : [];
}

function identityOf(node: Node): string | undefined {
  if (node.type === 'string') return String(node.value) || undefined;
  for (const name of identities) {
    const found = node.children?.find((member) => member.children?.[0]?.value === name)?.children?.[1];
    if (found && !found.children) return String(found.value) || undefined;
  }
  return undefined;
}

function detailOf({ type, value, children }: Node): string {
  if (type === 'array') return String(children?.length ?? 0);
  if (type === 'object') return '';
  const text = String(value);
  return text.length > longestDetail ? `${text.slice(0, longestDetail - 1)}…` : text;
}
