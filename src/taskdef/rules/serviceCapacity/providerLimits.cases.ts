import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const weight = (value: number): object =>
  service({ launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: value }] });

const many = (count: number): object =>
  service({
    launchType: undefined,
    capacityProviderStrategy: Array.from({ length: count }, (_, i) => ({ capacityProvider: `group-${i}`, weight: 1 })),
  });

export const cases: RuleCase[] = [
  {
    breaks: weight(1001),
    at: '1001',
    says: /0 to 1000/,
    holds: weight(1000),
    fix: /"weight": 1000/,
  },
  {
    about: 'too many providers',
    breaks: many(21),
    at: '[',
    says: /at most 20/,
    holds: many(20),
  },
];
