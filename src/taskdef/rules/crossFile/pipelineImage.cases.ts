import { fargate, fargateContainer } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate(),
    at: '"123456789012.dkr.ecr',
    says: /<IMAGE1_NAME>/,
    holds: fargateContainer({ image: '<IMAGE1_NAME>' }),
    context: { tool: 'codepipeline' },
  },
];
