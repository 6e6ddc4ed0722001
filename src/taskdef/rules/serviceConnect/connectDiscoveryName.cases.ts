import { connected } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: connected({ discoveryName: 'Shop.Web' }),
    at: '"Shop.Web"',
    says: /not a valid discoveryName/,
    holds: connected({ discoveryName: 'shop-web' }),
    fix: /"shop-web"/,
  },
];
