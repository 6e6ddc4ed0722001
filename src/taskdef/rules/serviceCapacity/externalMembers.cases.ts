import { ec2Service, targetGroupArn } from '../../rule/exampleServices.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

const loadBalancers = [{ targetGroupArn, containerName: 'web', containerPort: 8080 }];

export const cases: RuleCase[] = [
  {
    breaks: ec2Service({ launchType: 'EXTERNAL', loadBalancers }),
    at: '"loadBalancers"',
    says: /does not go with launch type EXTERNAL/,
    holds: ec2Service({ loadBalancers }),
    fix: true,
  },
];
