import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ user: 'a b' }),
    at: '"a b"',
    says: /not a user/,
    holds: fargateContainer({ user: '1000:www-data' }),
  },
];
