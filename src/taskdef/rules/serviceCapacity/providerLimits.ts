import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const providerLimits = limitRule({
  id: 'SD006',
  title: 'A strategy has at most 20 capacity providers, with weights up to 1000 and a base up to 100000.',
  link: links.capacityProviderItem,
  members: [
    'CreateServiceRequest.capacityProviderStrategy',
    'CapacityProviderStrategyItem.weight',
    'CapacityProviderStrategyItem.base',
  ],
});
