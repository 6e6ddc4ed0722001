import { groupByPrefix } from '../../../ecs/text/groupByPrefix.ts';
import type { ExplorerNode } from './node.ts';
import { PrefixNode } from './prefixNode.ts';
import type { ServiceNode } from './serviceNode.ts';

/** From how many services on names are grouped without being asked. */
const many = 100;

/**
 * The services of a cluster, under a row for each common beginning of their names where a person wants that or there
 * are many. Favourites stay on top. `made` keeps the rows of the beginnings between two calls.
 */
export function arrangeServices(
  cluster: ExplorerNode,
  services: readonly ServiceNode[],
  count: number,
  made: Map<string, ExplorerNode>,
): ExplorerNode[] {
  const { options } = cluster.context;
  const { grouping } = options.choices;
  if (grouping === 'off' || (grouping === 'auto' && count <= many)) return [...services];
  const favourites = services.filter((service) => options.isFavourite(service.id));
  const others = services.filter((service) => !options.isFavourite(service.id));
  const { groups, alone } = groupByPrefix(others, (service) => service.name);
  if (groups.length < 2 && grouping === 'auto') return [...services];
  const rows = groups.map(({ prefix, items }) => {
    const known = made.get(prefix);
    const row = known instanceof PrefixNode ? known : new PrefixNode(cluster, prefix);
    made.set(prefix, row);
    row.services = items;
    return row;
  });
  return [...favourites, ...rows, ...alone];
}
