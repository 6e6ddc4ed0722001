import { groupByPrefix } from '../../../ecs/text/groupByPrefix.ts';
import type { ExplorerNode } from './node.ts';
import { PrefixNode } from './prefixNode.ts';
import type { ServiceNode } from './serviceNode.ts';

/** From how many services on names are grouped without being asked. */
const many = 100;

/**
 * The services of a cluster, under a row for each common beginning of their names where a person wants that or there
 * are many. Favourites stay on top.
 */
export function arrangeServices(
  cluster: ExplorerNode,
  services: readonly ServiceNode[],
  count: number,
): ExplorerNode[] {
  const { options } = cluster.context;
  const { grouping } = options.choices;
  if (grouping === 'off' || (grouping === 'auto' && count <= many)) return [...services];
  const favourites = services.filter((service) => options.isFavourite(service.id));
  const others = services.filter((service) => !options.isFavourite(service.id));
  const { groups, alone } = groupByPrefix(others, (service) => service.name);
  if (groups.length < 2 && grouping === 'auto') return [...services];
  return [...favourites, ...groups.map(({ prefix, items }) => new PrefixNode(cluster, prefix, items)), ...alone];
}
