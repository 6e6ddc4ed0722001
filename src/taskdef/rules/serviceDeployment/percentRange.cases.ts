import { deployed, ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: deployed({ minimumHealthyPercent: 50, maximumPercent: 50 }),
    at: '50',
    says: /maximumPercent is 50; the least is 100/,
    holds: deployed({ minimumHealthyPercent: 50, maximumPercent: 300 }),
    fix: /"maximumPercent": 100/,
  },
  {
    about: 'more than all must stay',
    breaks: deployed({ minimumHealthyPercent: 150 }),
    at: '150',
    says: /ECS accepts 0 to 100/,
    holds: ec2Service({ deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 200 } }),
    fix: /"minimumHealthyPercent": 100/,
  },
];
