import { variable } from '../../rule/exampleContainers.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: variable('KEY', `AKIA${'A1'.repeat(8)}`),
    at: '"AKIA',
    says: /AWS access key id/,
    holds: variable('KEY', 'AKIAEXAMPLE'),
  },
];
