import { fargate, fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ memory: 900 }, { memory: undefined }),
    at: '"FARGATE"',
    says: /Fargate requires that 'memory' be defined/,
    holds: fargate(),
    fix: /"memory": "1024"/,
  },
];
