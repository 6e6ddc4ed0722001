import { service } from '../../rule/examples/exampleServices.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: service({ clientToken: 'release-2026-11-28-of-the-web-service-of-shop' }),
    at: '"release',
    says: /45 characters; at most 36/,
    holds: service({ clientToken: 'release-2026-11-28' }),
  },
  {
    about: 'a blank',
    breaks: service({ clientToken: 'release 12' }),
    at: '"release 12"',
    says: /without blanks/,
    holds: service({ clientToken: 'release-12' }),
  },
];
