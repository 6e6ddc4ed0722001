import { awslogs, routed } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: awslogs({ log_group_name: 'x' }),
    at: '"log_group_name"',
    says: /disallows options: log_group_name/,
    holds: awslogs({ mode: 'non-blocking', 'awslogs-create-group': 'true' }),
    fix: true,
  },
  {
    about: 'misspelt',
    breaks: awslogs({ 'awslogs-group': undefined, 'awslog-group': 'x' }),
    at: '"awslog-group"',
    says: /Did you mean awslogs-group/,
    holds: routed(),
    fix: /"awslogs-group": "x"/,
  },
];
