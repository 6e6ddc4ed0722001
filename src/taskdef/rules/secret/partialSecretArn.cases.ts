import { secretArn, secretFrom } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: secretFrom('arn:aws:secretsmanager:eu-central-1:123456789012:secret:database'),
    at: '"arn:aws',
    says: /not the full ARN/,
    holds: secretFrom(secretArn),
  },
];
