import { awslogs } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: awslogs({ 'awslogs-group': 'my group' }),
    at: '"my group"',
    says: /not the name of a log group/,
    holds: awslogs({ 'awslogs-group': '/my/group.1#a_b' }),
    fix: /"my-group"/,
  },
];
