import { timedCheck } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: timedCheck({ timeout: 30, interval: 10 }),
    at: '30',
    says: /they overlap/,
    holds: timedCheck({ timeout: 5, interval: 10 }),
  },
];
