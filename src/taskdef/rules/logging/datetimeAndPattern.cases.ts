import { awslogs } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: awslogs({ 'awslogs-datetime-format': '%Y-%m-%d', 'awslogs-multiline-pattern': '^x' }),
    at: '"awslogs-multiline-pattern"',
    says: /cannot be configured together/,
    holds: awslogs({ 'awslogs-multiline-pattern': '^x' }),
    fix: true,
  },
];
