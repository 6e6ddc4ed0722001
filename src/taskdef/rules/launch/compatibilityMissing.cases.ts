import { fargate } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ requiresCompatibilities: undefined }),
    at: '{',
    says: /only when a task is run/,
    holds: fargate(),
    fix: /"requiresCompatibilities": \["FARGATE"\]/,
  },
];
