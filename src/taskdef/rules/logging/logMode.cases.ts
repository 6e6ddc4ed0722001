import { container, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import { awslogs } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: awslogs({ mode: 'async' }),
    at: '"async"',
    says: /blocking or non-blocking/,
    holds: awslogs({ mode: 'non-blocking', 'max-buffer-size': '25m' }),
    fix: /"mode": "non-blocking"/,
  },
  {
    about: 'size',
    breaks: awslogs({ 'max-buffer-size': '25MB' }),
    at: '"25MB"',
    says: /not a buffer size/,
    holds: awslogs({ 'max-buffer-size': '1048576' }),
  },
  {
    about: 'whether the group is made',
    breaks: fargateContainer({
      logConfiguration: {
        logDriver: 'awslogs',
        options: { ...container.logConfiguration.options, 'awslogs-create-group': 'yes' },
      },
    }),
    at: '"yes"',
    says: /"yes" is neither true nor false/,
    holds: fargateContainer({
      logConfiguration: {
        logDriver: 'awslogs',
        options: { ...container.logConfiguration.options, 'awslogs-create-group': 'true' },
      },
    }),
    fix: false,
  },
];
