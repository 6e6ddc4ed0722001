import type { SortOrder, TreeOptions } from './treeOptions.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Favourites first, then by name as people read numbers: `web-2` before `web-10`. */
export function byName(options: TreeOptions): (a: Named, b: Named) => number {
  return (a, b) => favouritesFirst(options, a, b) || collator.compare(a.name, b.name);
}

interface Sortable extends Named {
  /** The lower, the more it needs a look. */
  readonly urgency: number;
  /** Epoch milliseconds of the last deployment. */
  readonly newestAt: number;
}

/** The order of services that a person has chosen. */
export function inOrder(options: TreeOptions): (a: Sortable, b: Sortable) => number {
  const second: Record<SortOrder, (a: Sortable, b: Sortable) => number> = {
    name: () => 0,
    status: (a, b) => a.urgency - b.urgency,
    newest: (a, b) => b.newestAt - a.newestAt,
  };
  const compare = second[options.choices.sort];
  return (a, b) => favouritesFirst(options, a, b) || compare(a, b) || collator.compare(a.name, b.name);
}

function favouritesFirst(options: TreeOptions, a: Named, b: Named): number {
  return Number(options.isFavourite(b.id)) - Number(options.isFavourite(a.id));
}
