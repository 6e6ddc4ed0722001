import { waits } from '../../rule/examples/exampleContainers.ts';
import { ec2Pair } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Pair(waits('SUCCESS'), { essential: true }),
    at: '"SUCCESS"',
    says: /cannot be an essential container: sidecar is/,
    holds: ec2Pair(waits('SUCCESS')),
    fix: /"essential": false/,
  },
];
