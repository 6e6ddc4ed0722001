import { firelens, routed } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: routed(firelens),
    at: '"awsfirelens"',
    says: /feed its own output to itself/,
    holds: routed(),
    fix: true,
  },
];
