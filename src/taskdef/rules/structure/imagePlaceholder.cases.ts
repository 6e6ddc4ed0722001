import { fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ family: '<IMAGE1_NAME>' }),
    at: '"<IMAGE1_NAME>"',
    says: /meant for "image"/,
    holds: fargateContainer({ image: '<IMAGE1_NAME>' }),
  },
];
