import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ taskRoleArn: 'arn:aws:iam::role/x' }),
    at: '"arn:aws:iam::role/x"',
    says: /the ARN of an IAM role/,
    holds: fargate({ taskRoleArn: 'arn:aws-cn:iam::123456789012:role/path/x' }),
  },
  {
    about: 'empty',
    breaks: fargate({ taskRoleArn: '' }),
    at: '""',
    says: /empty; leave it out/,
    holds: fargate({ taskRoleArn: 'my-role' }),
    fix: /^(?![^]*taskRoleArn)/,
  },
  {
    about: 'a bare name',
    breaks: fargate({ executionRoleArn: 'ecsTaskExecutionRole' }),
    at: '"ecsTaskExecutionRole"',
    says: /bare role name/,
    holds: fargate({ executionRoleArn: 'arn:aws:iam::ACCOUNT_ID:role/x' }),
    severity: 'hint',
  },
  {
    about: 'another type of resource, with the account open',
    breaks: fargate({ taskRoleArn: 'arn:aws:iam::${ACCOUNT}:user/x' }),
    at: '"arn:aws:iam',
    says: /taskRoleArn is not the ARN of an IAM role/,
    holds: fargate({ taskRoleArn: 'arn:aws:iam::${ACCOUNT}:${ROLE}' }),
  },
  {
    about: 'another service, with the rest open',
    breaks: fargate({ executionRoleArn: 'arn:aws:sts::ACCOUNT_ID:assumed-role/x' }),
    at: '"arn:aws:sts',
    says: /executionRoleArn is an ARN of sts/,
    holds: fargate({ executionRoleArn: 'arn:aws:iam:${REGION_AND_ACCOUNT}:role/x' }),
  },
];
