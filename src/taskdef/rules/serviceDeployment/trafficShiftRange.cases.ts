import { blueGreen } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: blueGreen({ strategy: 'LINEAR', linearConfiguration: { stepPercent: 1 } }),
    at: '1',
    says: /stepPercent is 1; ECS accepts 3 to 100/,
    holds: blueGreen({ strategy: 'LINEAR', linearConfiguration: { stepPercent: 3 } }),
    fix: /"stepPercent": 3/,
  },
  {
    about: 'bake time',
    breaks: blueGreen({ bakeTimeInMinutes: 2000 }),
    at: '2000',
    says: /ECS accepts 0 to 1440/,
    holds: blueGreen({ bakeTimeInMinutes: 1440 }),
    fix: true,
  },
];
