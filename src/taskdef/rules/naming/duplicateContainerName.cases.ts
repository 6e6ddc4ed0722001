import { container, fargate, sidecar } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ containerDefinitions: [container, sidecar({ name: 'web' })] }),
    at: '"web"',
    says: /unique within a task definition/,
    holds: fargate({ containerDefinitions: [container, sidecar()] }),
    fix: /"name": "web-2"/,
  },
];
