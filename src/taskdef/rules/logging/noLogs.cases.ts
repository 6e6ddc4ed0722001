import { fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ logConfiguration: undefined }),
    at: '"web"',
    says: /output is lost/,
    holds: fargate(),
    fix: /"logDriver": "awslogs"/,
  },
];
