import { fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate(),
    at: '"123456789012.dkr.ecr',
    says: /<IMAGE1_NAME>/,
    holds: fargateContainer({ image: '<IMAGE1_NAME>' }),
    context: { tool: 'codepipeline' },
  },
];
