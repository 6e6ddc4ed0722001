import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const strategy = (...capacityProviderStrategy: object[]): object =>
  service({ launchType: undefined, capacityProviderStrategy });

export const cases: RuleCase[] = [
  {
    breaks: strategy({ capacityProvider: 'FARGATE' }),
    at: '"capacityProviderStrategy"',
    says: /No capacity provider has a weight above 0/,
    severity: 'warning',
    holds: strategy({ capacityProvider: 'FARGATE', weight: 1 }),
    fix: /"weight": 1/,
  },
  {
    about: 'several of weight 0, a base or not',
    breaks: strategy(
      { capacityProvider: 'FARGATE', base: 1, weight: 0 },
      { capacityProvider: 'FARGATE_SPOT', weight: 0 },
    ),
    at: '0',
    says: /weight above 0/,
    holds: strategy(
      { capacityProvider: 'FARGATE', base: 1, weight: 0 },
      { capacityProvider: 'FARGATE_SPOT', weight: 1 },
    ),
    fix: false,
  },
];
