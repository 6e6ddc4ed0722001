import { ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import { awslogs, awslogsOptions, ec2Log } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: awslogs({ 'awslogs-stream-prefix': undefined }),
    at: '"options"',
    says: /Fargate requires log configuration options to include/,
    holds: fargate(),
    fix: /"awslogs-stream-prefix": "ecs"/,
  },
  {
    about: 'EC2',
    breaks: ec2Log('awslogs', { ...awslogsOptions, 'awslogs-stream-prefix': undefined }),
    at: '"options"',
    says: /hard to find/,
    holds: ec2(),
    severity: 'hint',
  },
];
