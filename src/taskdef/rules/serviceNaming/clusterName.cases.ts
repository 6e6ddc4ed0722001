import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const arn = 'arn:aws:ecs:eu-central-1:123456789012:cluster';

export const cases: RuleCase[] = [
  {
    breaks: service({ cluster: 'shop/production' }),
    at: '"shop/production"',
    says: /is not a valid cluster/,
    holds: service({ cluster: 'shop-production' }),
  },
  {
    about: 'an ARN without a name',
    breaks: service({ cluster: arn }),
    at: '"arn:aws:ecs',
    says: /is not a valid cluster/,
    holds: service({ cluster: `${arn}/shop` }),
  },
];
