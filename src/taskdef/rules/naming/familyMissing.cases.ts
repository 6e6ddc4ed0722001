import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ family: undefined }),
    at: '{',
    says: /"family" is missing/,
    holds: fargate(),
    fix: /"family": "web"/,
  },
];
