import { ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const strategies = (count: number): object =>
  ec2Service({
    placementStrategy: Array.from({ length: count }, (_, i) => ({ type: 'spread', field: `attribute:${i}` })),
  });

export const cases: RuleCase[] = [
  {
    breaks: strategies(6),
    at: '[',
    says: /at most 5/,
    holds: strategies(5),
  },
];
