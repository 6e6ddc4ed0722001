import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const strategy = (...names: string[]): object =>
  service({
    launchType: undefined,
    capacityProviderStrategy: names.map((capacityProvider) => ({ capacityProvider, weight: 1 })),
  });

export const cases: RuleCase[] = [
  {
    breaks: strategy('FARGATE', 'FARGATE'),
    at: '"FARGATE"',
    says: /twice/,
    holds: strategy('FARGATE', 'FARGATE_SPOT'),
    fix: true,
  },
];
