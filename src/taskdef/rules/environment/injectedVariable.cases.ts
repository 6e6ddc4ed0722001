import { variable } from '../../rule/exampleContainers.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: variable('AWS_ACCESS_KEY_ID', 'x'),
    at: '"AWS_ACCESS_KEY_ID"',
    says: /wins over the task role/,
    holds: variable('AWS_REGION', 'x'),
    fix: true,
  },
];
