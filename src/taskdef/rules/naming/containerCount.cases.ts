import { container, fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({
      containerDefinitions: Array.from({ length: 11 }, (_, i) => ({ ...container, name: `c${i}`, portMappings: [] })),
    }),
    at: '"c10"',
    says: /11 containers; ECS takes at most 10/,
    holds: fargate({
      containerDefinitions: Array.from({ length: 10 }, (_, i) => ({ ...container, name: `c${i}`, portMappings: [] })),
    }),
  },
];
