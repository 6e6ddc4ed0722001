import { besideService, ec2, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2(),
    at: '[ "EC2" ]',
    says: /runs this on FARGATE, but requiresCompatibilities says EC2/,
    holds: fargate(),
    context: besideService({ launchType: 'FARGATE' }),
  },
];
