import { fargateContainer, pair } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ essential: false }),
    at: 'false',
    says: /doesn't have any essential container/,
    holds: pair({}, { essential: false }),
    fix: /"essential": true/,
  },
];
