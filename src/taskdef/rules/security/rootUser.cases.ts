import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ user: undefined }),
    at: '"web"',
    says: /user of its image/,
    holds: fargateContainer({ user: '1000' }),
  },
];
