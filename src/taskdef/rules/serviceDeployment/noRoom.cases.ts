import { deployed, ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const zones = { availabilityZoneRebalancing: 'DISABLED' };

export const cases: RuleCase[] = [
  {
    breaks: deployed({ minimumHealthyPercent: 100, maximumPercent: 100 }, zones),
    at: '100',
    says: /neither stop nor start/,
    holds: deployed({ minimumHealthyPercent: 50, maximumPercent: 100 }, zones),
    fix: /"maximumPercent": 200/,
  },
  {
    about: 'of a daemon',
    breaks: ec2Service({
      schedulingStrategy: 'DAEMON',
      desiredCount: undefined,
      deploymentConfiguration: { minimumHealthyPercent: 100 },
    }),
    at: '100',
    says: /neither stop nor start/,
    holds: ec2Service({
      schedulingStrategy: 'DAEMON',
      desiredCount: undefined,
      deploymentConfiguration: { minimumHealthyPercent: 50 },
    }),
    fix: /"minimumHealthyPercent": 0/,
  },
  {
    about: 'with the count rounded',
    breaks: deployed({ minimumHealthyPercent: 100, maximumPercent: 150 }, { desiredCount: 1 }),
    at: '150',
    says: /of 1 wanted, 1 must stay and 1 may run/,
    severity: 'warning',
    holds: deployed({ minimumHealthyPercent: 100, maximumPercent: 150 }, { desiredCount: 2 }),
    fix: true,
  },
  {
    about: 'three quarters of two',
    breaks: deployed({ minimumHealthyPercent: 75, maximumPercent: 100 }, zones),
    at: '100',
    says: /of 2 wanted, 2 must stay and 2 may run/,
    severity: 'warning',
    holds: deployed({ minimumHealthyPercent: 75, maximumPercent: 100 }, { ...zones, desiredCount: 4 }),
    fix: true,
  },
];
