import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const capacityProviderStrategy = [{ capacityProvider: 'FARGATE', weight: 1 }];

export const cases: RuleCase[] = [
  {
    breaks: service({ capacityProviderStrategy }),
    at: '"launchType"',
    says: /ECS takes one of them/,
    holds: service({ launchType: undefined, capacityProviderStrategy }),
    fix: /^(?![^]*launchType)/,
  },
  {
    about: 'an empty strategy is none',
    breaks: service({ capacityProviderStrategy }),
    at: '"launchType"',
    says: /ECS takes one/,
    holds: service({ capacityProviderStrategy: [] }),
  },
  {
    about: 'an empty launch type is none',
    breaks: service({ capacityProviderStrategy }),
    at: '"launchType"',
    says: /ECS takes one/,
    holds: service({ launchType: '', capacityProviderStrategy }),
  },
];
