import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ image: '' }),
    at: '""',
    says: /Container web has no image/,
    holds: fargateContainer({ image: 'a:1' }),
  },
  {
    about: 'for the GitHub action',
    breaks: fargateContainer({ image: undefined }),
    at: '"web"',
    says: /must fill it in/,
    holds: fargateContainer({ image: '<IMAGE1_NAME>' }),
    severity: 'info',
    context: { tool: 'github-action' },
  },
];
