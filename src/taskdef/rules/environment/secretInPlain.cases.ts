import { variable } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: variable('DB_PASSWORD', 'correct-horse'),
    at: '"correct-horse"',
    says: /DB_PASSWORD stands here in plain text/,
    holds: variable('DB_PASSWORD_FILE', 'correct-horse'),
  },
];
