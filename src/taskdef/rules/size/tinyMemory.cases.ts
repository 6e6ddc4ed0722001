import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Container({ memory: 4 }),
    at: '4',
    says: /the least is 6/,
    holds: ec2Container({ memory: 6 }),
    fix: /"memory": 6/,
  },
];
