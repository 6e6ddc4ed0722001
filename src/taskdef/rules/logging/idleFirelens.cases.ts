import { routed } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: routed({}, {}),
    at: '"firelensConfiguration"',
    says: /at least one container has to be configured with the awsfirelens/,
    holds: routed(),
  },
];
