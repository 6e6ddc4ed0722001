import { ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ ephemeralStorage: { sizeInGiB: 20 } }),
    at: '20',
    says: /should be at least 21/,
    holds: fargate({ ephemeralStorage: { sizeInGiB: 21 } }),
    fix: /^(?![^]*ephemeralStorage)/,
  },
  {
    about: 'EC2',
    breaks: ec2({ ephemeralStorage: { sizeInGiB: 30 } }),
    at: '"ephemeralStorage"',
    says: /EC2 launch type do not support EphemeralStorage/,
    holds: fargate({ ephemeralStorage: { sizeInGiB: 200 } }),
    fix: true,
  },
];
