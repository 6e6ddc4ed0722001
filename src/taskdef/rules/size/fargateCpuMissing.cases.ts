import { ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ cpu: undefined }),
    at: '"FARGATE"',
    says: /Fargate requires that 'cpu' be defined/,
    holds: ec2(),
    fix: /"cpu": "256"/,
  },
];
