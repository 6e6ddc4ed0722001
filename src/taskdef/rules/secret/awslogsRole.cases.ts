import { ec2WithoutRole, withoutRole } from '../../rule/examples/exampleContainers.ts';
import { container } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: withoutRole({ logConfiguration: container.logConfiguration }),
    at: '"awslogs"',
    says: /to support log driver awslogs/,
    holds: ec2WithoutRole({ logConfiguration: container.logConfiguration }),
    fix: /"executionRoleArn"/,
  },
];
