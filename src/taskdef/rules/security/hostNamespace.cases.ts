import { ec2 } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2({ pidMode: 'host' }),
    at: '"host"',
    says: /opens the host/,
    holds: ec2({ pidMode: 'task' }),
  },
];
