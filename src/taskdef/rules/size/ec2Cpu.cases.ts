import { ec2 } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2({ cpu: '96' }),
    at: '"96"',
    says: /a task has 128 to 196608/,
    holds: ec2({ cpu: '128' }),
    fix: /"cpu": "128"/,
  },
  {
    about: 'too much',
    breaks: ec2({ cpu: '200000' }),
    at: '"200000"',
    says: /196608/,
    holds: ec2({ cpu: '192 vCPU' }),
    fix: /"cpu": "196608"/,
  },
];
