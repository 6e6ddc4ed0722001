import { fargate } from '../../rule/examples/exampleFiles.ts';
import { awslogs } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: awslogs({ 'awslogs-region': 'us-east' }),
    at: '"us-east"',
    says: /not a known Region/,
    holds: awslogs({ 'awslogs-region': 'us-gov-west-1' }),
    fix: /"us-east-\d"/,
  },
  {
    about: 'a zone',
    breaks: awslogs({ 'awslogs-region': 'eu-central-1a' }),
    at: '"eu-central-1a"',
    says: /not a known Region/,
    holds: fargate(),
    fix: /"awslogs-region": "eu-central-1"/,
  },
];
