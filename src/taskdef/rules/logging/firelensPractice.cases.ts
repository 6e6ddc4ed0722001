import { routed } from '../../rule/exampleLogs.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: routed({ essential: false }),
    at: 'false',
    says: /all logs are lost silently/,
    holds: routed(),
  },
];
