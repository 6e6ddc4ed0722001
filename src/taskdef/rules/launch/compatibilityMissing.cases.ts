import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ requiresCompatibilities: undefined }),
    at: '{',
    says: /only when a task is run/,
    holds: fargate(),
    fix: /"requiresCompatibilities": \["FARGATE"\]/,
  },
];
