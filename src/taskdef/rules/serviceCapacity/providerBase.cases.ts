import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const bases = (fargate: number, spot: number): object =>
  service({
    launchType: undefined,
    capacityProviderStrategy: [
      { capacityProvider: 'FARGATE', base: fargate, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', base: spot, weight: 4 },
    ],
  });

export const cases: RuleCase[] = [
  {
    breaks: bases(1, 2),
    at: '2',
    says: /second base of 2/,
    holds: bases(1, 0),
    fix: true,
  },
];
