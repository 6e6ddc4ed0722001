import { besideTask, ec2Service, service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const placementConstraints = [
  { type: 'memberOf', expression: 'attribute:ecs.availability-zone not_in [eu-central-1c]' },
];
const placementStrategy = [{ type: 'spread', field: 'attribute:ecs.availability-zone' }];

export const cases: RuleCase[] = [
  {
    breaks: service({ placementConstraints }),
    at: '"placementConstraints"',
    says: /Placement constraints are not supported with Fargate/,
    holds: ec2Service({ placementConstraints }),
    fix: /^(?![^]*placementConstraints)/,
  },
  {
    about: 'a strategy, by a capacity provider',
    breaks: service({
      launchType: undefined,
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
      placementStrategy,
    }),
    at: '"placementStrategy"',
    says: /Placement strategies are not supported/,
    holds: service({
      launchType: undefined,
      capacityProviderStrategy: [{ capacityProvider: 'my-instances', weight: 1 }],
      placementStrategy,
    }),
    fix: true,
  },
  {
    about: 'a strategy of Fargate beside an empty launch type',
    breaks: service({
      launchType: '',
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
      placementStrategy,
    }),
    at: '"placementStrategy"',
    says: /not supported/,
    holds: service({ launchType: '', capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }] }),
  },
  {
    about: 'by the task definition beside it',
    breaks: service({ launchType: undefined, placementStrategy }),
    at: '"placementStrategy"',
    says: /not supported/,
    severity: 'warning',
    holds: service({ launchType: undefined }),
    context: besideTask(),
  },
];
