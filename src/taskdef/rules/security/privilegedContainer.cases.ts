import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Container({ privileged: true }),
    at: 'true',
    says: /power of root/,
    holds: ec2Container({ privileged: false }),
    fix: true,
  },
];
