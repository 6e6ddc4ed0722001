import { ebs } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ebs({ roleArn: 'ecsInfrastructureRole' }),
    at: '"ecsInfrastructureRole"',
    says: /roleArn is not the ARN of an IAM role/,
    holds: ebs({ roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole' }),
  },
];
