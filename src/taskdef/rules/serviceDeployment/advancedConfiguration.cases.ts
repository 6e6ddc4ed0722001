import { advancedConfiguration, blueGreen, ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const classic = { loadBalancerName: 'shop', containerName: 'web', containerPort: 8080 };

export const cases: RuleCase[] = [
  {
    breaks: blueGreen({}, { productionListenerRule: undefined }),
    at: '"advancedConfiguration"',
    says: /has no productionListenerRule/,
    holds: blueGreen({}, { testListenerRule: undefined }),
  },
  {
    about: 'an empty role',
    breaks: blueGreen({}, { roleArn: '' }),
    at: '""',
    says: /roleArn is empty/,
    holds: blueGreen(),
  },
  {
    about: 'a Classic Load Balancer',
    breaks: ec2Service({ loadBalancers: [{ ...classic, advancedConfiguration }] }),
    at: '"advancedConfiguration"',
    says: /not for Classic Load Balancers/,
    holds: ec2Service({ loadBalancers: [classic] }),
    fix: true,
  },
];
