import { ec2WithoutRole, withoutRole } from '../../rule/examples/exampleContainers.ts';
import { container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: withoutRole({ image: container.image }),
    at: '"123456789012.dkr.ecr',
    says: /to support ECR images/,
    holds: withoutRole(),
    fix: /"executionRoleArn": "arn:aws:iam::123456789012:role/,
  },
  {
    about: 'dual-stack',
    breaks: withoutRole({ image: '123456789012.dkr-ecr.eu-central-1.on.aws/web:1' }),
    at: '"123456789012.dkr-ecr',
    says: /ECR images/,
    holds: ec2WithoutRole({ image: container.image }),
  },
];
