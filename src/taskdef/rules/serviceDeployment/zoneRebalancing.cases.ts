import { deployed, ec2Service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const enabled = { availabilityZoneRebalancing: 'ENABLED' };
const disabled = { availabilityZoneRebalancing: 'DISABLED' };
const half = { minimumHealthyPercent: 50, maximumPercent: 100 };
const daemon = { schedulingStrategy: 'DAEMON', desiredCount: undefined, deploymentConfiguration: undefined };
const spread = (field: string): object => ({ placementStrategy: [{ type: 'spread', field }] });

export const cases: RuleCase[] = [
  {
    breaks: deployed(half, enabled),
    at: '"ENABLED"',
    says: /maximumPercent has to be above 100/,
    holds: deployed(half, disabled),
    fix: /"availabilityZoneRebalancing": "DISABLED"/,
  },
  {
    about: 'left out, ECS leaves it off where it does not fit',
    breaks: deployed(half, enabled),
    at: '"ENABLED"',
    says: /maximumPercent has to be above 100/,
    holds: deployed(half),
    fix: true,
  },
  {
    about: 'a daemon',
    breaks: ec2Service({ ...daemon, ...enabled }),
    at: '"ENABLED"',
    says: /not for DAEMON/,
    holds: ec2Service(daemon),
    fix: true,
  },
  {
    about: 'on premises',
    breaks: ec2Service({ launchType: 'EXTERNAL', ...enabled }),
    at: '"ENABLED"',
    says: /not for launch type EXTERNAL/,
    holds: ec2Service({ launchType: 'EXTERNAL' }),
    fix: true,
  },
  {
    about: 'a Classic Load Balancer',
    breaks: ec2Service({
      ...enabled,
      loadBalancers: [{ loadBalancerName: 'shop', containerName: 'web', containerPort: 80 }],
      deploymentConfiguration: undefined,
    }),
    at: '"ENABLED"',
    says: /Classic Load Balancer/,
    holds: ec2Service(enabled),
    fix: true,
  },
  {
    about: 'a constraint on zones',
    breaks: ec2Service({
      ...enabled,
      placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.availability-zone == eu-central-1a' }],
    }),
    at: '"ENABLED"',
    says: /placement constraint on Availability Zones/,
    holds: ec2Service({
      ...enabled,
      placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.instance-type =~ t3.*' }],
    }),
    fix: true,
  },
  {
    about: 'spread otherwise first',
    breaks: ec2Service({ ...enabled, ...spread('instanceId') }),
    at: '"ENABLED"',
    says: /first placement strategy/,
    severity: 'warning',
    holds: ec2Service({ ...enabled, ...spread('attribute:ecs.availability-zone') }),
    fix: true,
  },
];
