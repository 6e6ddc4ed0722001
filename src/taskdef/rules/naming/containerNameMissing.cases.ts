import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ name: undefined }),
    at: '{',
    says: /Container #1 has no name/,
    holds: fargateContainer({ name: 'a' }),
    fix: /"name": "shop"/,
  },
];
