import type { Fields, Value } from '../document/fields.ts';
import type { Service } from '../document/service.ts';
import type { Node } from '../formats/node.ts';

/** One entry of a service's capacity provider strategy. */
export interface StrategyItem {
  readonly fields: Fields;
  readonly node: Node;
  readonly provider: Value<string>;
}

export function strategyItems({ fields }: Pick<Service, 'fields'>): StrategyItem[] {
  return fields
    .list('capacityProviderStrategy')
    .fields()
    .map((item) => ({ fields: item, node: item.node!, provider: item.str('capacityProvider') }));
}
