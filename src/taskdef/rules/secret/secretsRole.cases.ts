import { ec2WithoutRole, parameterArn } from '../../rule/examples/exampleContainers.ts';
import { ec2Container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2WithoutRole({ secrets: [{ name: 'A', valueFrom: parameterArn }] }),
    at: '"secrets"',
    says: /must also specify a value for 'executionRoleArn'/,
    holds: ec2Container({ secrets: [{ name: 'A', valueFrom: parameterArn }] }),
    fix: /"executionRoleArn"/,
  },
];
