import { fargate, role } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ taskRoleArn: role('ecsTaskExecutionRole') }),
    at: '"arn:aws:iam',
    says: /task role is the execution role/,
    holds: fargate(),
  },
];
