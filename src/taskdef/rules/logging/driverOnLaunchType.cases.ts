import { ec2Log, log } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: log('json-file'),
    at: '"json-file"',
    says: /not a valid log driver for FARGATE\. Must be one of \[awslogs, splunk, awsfirelens\]/,
    holds: ec2Log('json-file'),
    fix: true,
  },
];
