import { fargate, fargateContainer } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ readonlyRootFilesystem: false }),
    at: 'false',
    says: /ECS\.5/,
    holds: fargate(),
    fix: /"readonlyRootFilesystem": true/,
  },
];
