import { ec2 } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2({ pidMode: 'host' }),
    at: '"host"',
    says: /opens the host/,
    holds: ec2({ pidMode: 'task' }),
  },
];
