import { routed } from '../../rule/exampleLogs.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: routed({}, {}),
    at: '"firelensConfiguration"',
    says: /at least one container has to be configured with the awsfirelens/,
    holds: routed(),
  },
];
