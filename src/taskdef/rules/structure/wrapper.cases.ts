import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: { taskDefinition: { ...fargate(), revision: 4 }, tags: [{ key: 'team', value: 'shop' }] },
    at: '"taskDefinition"',
    says: /wrapped in "taskDefinition"/,
    holds: fargate(),
    fix: /^\{\n {2}"family"[^]*"tags": \[\n {4}\{/,
  },
];
