import { fargate, fargateContainer } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ logConfiguration: undefined }),
    at: '"web"',
    says: /output is lost/,
    holds: fargate(),
    fix: /"logDriver": "awslogs"/,
  },
];
