import { fargateContainer } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ user: undefined }),
    at: '"web"',
    says: /user of its image/,
    holds: fargateContainer({ user: '1000' }),
  },
];
