import { ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2({ enableFaultInjection: true }),
    at: 'true',
    says: /awsvpc or host, not bridge/,
    holds: fargate({ enableFaultInjection: true }),
  },
];
