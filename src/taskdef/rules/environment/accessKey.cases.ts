import { variable } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: variable('KEY', `AKIA${'A1'.repeat(8)}`),
    at: '"AKIA',
    says: /AWS access key id/,
    holds: variable('KEY', 'AKIAEXAMPLE'),
  },
];
