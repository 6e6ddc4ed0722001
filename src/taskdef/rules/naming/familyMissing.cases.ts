import { fargate } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ family: undefined }),
    at: '{',
    says: /"family" is missing/,
    holds: fargate(),
    fix: /"family": "web"/,
  },
];
