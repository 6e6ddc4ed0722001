/** Things whose names begin alike; what shares its beginning with nothing stands alone. */
export interface PrefixGroups<T> {
  groups: { prefix: string; items: T[] }[];
  alone: T[];
}

/**
 * Groups by the part of a name that stands for application and environment: `shop-dev` of `shop-dev-checkout`, `shop`
 * of `shop-checkout`. A group has at least two members; the order of the items is kept within it.
 */
export function groupByPrefix<T>(items: readonly T[], nameOf: (item: T) => string): PrefixGroups<T> {
  const long = new Map<string, T[]>();
  const short = new Map<string, T[]>();
  const alone: T[] = [];
  for (const item of items) add(long, prefixOf(nameOf(item), 2), item);
  for (const [prefix, members] of long) {
    if (members.length > 1 && prefix !== '') continue;
    long.delete(prefix);
    for (const item of members) add(short, prefixOf(nameOf(item), 1), item);
  }
  for (const [prefix, members] of short) {
    if (members.length > 1 && prefix !== '') continue;
    short.delete(prefix);
    alone.push(...members);
  }
  const groups = [...long, ...short].map(([prefix, members]) => ({ prefix, items: members }));
  return { groups: groups.sort((a, b) => a.prefix.localeCompare(b.prefix, undefined, { numeric: true })), alone };
}

/** The first parts of a name, of which at least one must be left over; empty where it has too few. */
function prefixOf(name: string, parts: number): string {
  const pattern = new RegExp(`^(?:[^-_./]+[-_./]){${parts}}(?=[^-_./])`);
  return (pattern.exec(name)?.[0] ?? '').replace(/[-_./]$/, '');
}

function add<T>(groups: Map<string, T[]>, prefix: string, item: T): void {
  const members = groups.get(prefix);
  if (members) members.push(item);
  else groups.set(prefix, [item]);
}
