import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ requiresCompatibilities: ['EC2', 'FARGATE'] }),
    at: '"EC2"',
    says: /must fit both/,
    holds: fargate(),
  },
];
