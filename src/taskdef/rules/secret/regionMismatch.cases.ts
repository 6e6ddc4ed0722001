import { parameterArn, secretFrom } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: secretFrom('arn:aws:ssm:us-east-1:123456789012:parameter/a'),
    at: '"arn:aws:ssm:us-east-1',
    says: /in us-east-1, while most of the file is in eu-central-1/,
    holds: secretFrom(parameterArn),
  },
];
