import { links } from '../../facts/links.ts';
import { limitRule } from '../../rule/limitRule.ts';

export const placementLimits = limitRule({
  id: 'SD00P',
  title: 'A service has at most 10 placement constraints and 5 strategies, with expressions of up to 2000 characters.',
  link: links.createService,
  says: 'Maximum number of strategies is 5.',
  members: [
    'CreateServiceRequest.placementConstraints',
    'CreateServiceRequest.placementStrategy',
    'PlacementConstraint.expression',
  ],
});
