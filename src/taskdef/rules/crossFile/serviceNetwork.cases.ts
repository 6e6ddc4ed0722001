import { besideService, ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate(),
    at: '"awsvpc"',
    says: /has no networkConfiguration/,
    holds: ec2(),
    context: besideService({ networkConfiguration: false }),
  },
  {
    about: 'bridge with a network configuration',
    breaks: ec2(),
    at: '"bridge"',
    says: /does not take/,
    holds: fargate(),
    context: besideService({ networkConfiguration: true }),
  },
];
