import { daemon, ec2Service, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const capacityProviderStrategy = [{ capacityProvider: 'my-instances', weight: 1 }];

export const cases: RuleCase[] = [
  {
    breaks: service({ schedulingStrategy: 'DAEMON', desiredCount: undefined }),
    at: '"DAEMON"',
    says: /Fargate has no instances/,
    holds: daemon(),
    fix: /"REPLICA"/,
  },
  {
    about: 'a strategy of instances',
    breaks: daemon({ launchType: undefined, capacityProviderStrategy }),
    at: '"capacityProviderStrategy"',
    says: /say launchType EC2/,
    severity: 'warning',
    holds: ec2Service({ launchType: undefined, capacityProviderStrategy }),
    fix: true,
  },
];
