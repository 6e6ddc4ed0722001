import { fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ readonlyRootFilesystem: false }),
    at: 'false',
    says: /ECS\.5/,
    holds: fargate(),
    fix: /"readonlyRootFilesystem": true/,
  },
];
