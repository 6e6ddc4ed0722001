import { besideService, ec2, fargate } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2(),
    at: '[ "EC2" ]',
    says: /runs this on FARGATE, but requiresCompatibilities says EC2/,
    holds: fargate(),
    context: besideService({ launchType: 'FARGATE' }),
  },
];
