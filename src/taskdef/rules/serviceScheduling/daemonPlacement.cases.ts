import { daemon } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: daemon({ placementStrategy: [{ type: 'spread', field: 'instanceId' }] }),
    at: '"placementStrategy"',
    says: /a placement strategy is refused/,
    holds: daemon({ placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.os-type == linux' }] }),
    fix: true,
  },
];
