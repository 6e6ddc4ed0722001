import { waits } from '../../rule/examples/exampleContainers.ts';
import { ec2Pair } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Pair(waits('SUCCESS')),
    at: '"SUCCESS"',
    says: /stays PENDING/,
    holds: ec2Pair({ ...waits('SUCCESS'), startTimeout: 60 }),
    fix: /"startTimeout": 120/,
  },
];
