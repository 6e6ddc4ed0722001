import { variable } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: variable('AWS_ACCESS_KEY_ID', 'x'),
    at: '"AWS_ACCESS_KEY_ID"',
    says: /wins over the task role/,
    holds: variable('AWS_REGION', 'x'),
    fix: true,
  },
];
