import { ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const daemon = (deploymentConfiguration: object): object =>
  ec2Service({ schedulingStrategy: 'DAEMON', desiredCount: undefined, deploymentConfiguration });

export const cases: RuleCase[] = [
  {
    breaks: daemon({ minimumHealthyPercent: 50, maximumPercent: 200 }),
    at: '200',
    says: /maximumPercent is 100, not 200/,
    holds: daemon({ minimumHealthyPercent: 50, maximumPercent: 100 }),
    fix: /"maximumPercent": 100/,
  },
];
