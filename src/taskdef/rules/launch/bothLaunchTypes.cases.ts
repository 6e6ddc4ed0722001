import { fargate } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ requiresCompatibilities: ['EC2', 'FARGATE'] }),
    at: '"EC2"',
    says: /must fit both/,
    holds: fargate(),
  },
];
