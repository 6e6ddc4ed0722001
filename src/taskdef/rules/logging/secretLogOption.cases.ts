import { routed } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: routed(
      {},
      { logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'datadog', apikey: 'abc123' } } },
    ),
    at: '"abc123"',
    says: /apikey stands here in plain text/,
    holds: routed(
      {},
      { logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'datadog', apikey: '${KEY}' } } },
    ),
  },
];
