import { ec2Service, registryArn, targetGroupArn } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const loadBalancers = [{ targetGroupArn, containerName: 'web', containerPort: 8080 }];

const serviceRegistries = [{ registryArn, containerName: 'web', containerPort: 8080 }];

export const cases: RuleCase[] = [
  {
    breaks: ec2Service({ launchType: 'EXTERNAL', loadBalancers }),
    at: '"loadBalancers"',
    says: /does not go with launch type EXTERNAL/,
    holds: ec2Service({ loadBalancers }),
    fix: true,
  },
  {
    about: 'a registry',
    breaks: ec2Service({ launchType: 'EXTERNAL', serviceRegistries }),
    at: '"serviceRegistries"',
    says: /does not go with launch type EXTERNAL/,
    severity: 'error',
    holds: ec2Service({ serviceRegistries }),
    fix: true,
  },
];
