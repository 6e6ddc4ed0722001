import { variable } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: variable('DATABASE', 'postgres://u:hunter22@db/x'),
    at: '"postgres',
    says: /password in an address/,
    holds: variable('DATABASE', 'postgres://db/x'),
  },
];
