import { ec2Container } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Container({ privileged: true }),
    at: 'true',
    says: /power of root/,
    holds: ec2Container({ privileged: false }),
    fix: true,
  },
];
