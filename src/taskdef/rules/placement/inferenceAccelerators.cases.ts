import { fargate } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargate({ inferenceAccelerators: [{ deviceName: 'a', deviceType: 'b' }] }),
    at: '"inferenceAccelerators"',
    says: /Unsupported field/,
    holds: fargate(),
    fix: true,
  },
  {
    about: 'empty',
    breaks: fargate({ inferenceAccelerators: [] }),
    at: '"inferenceAccelerators"',
    says: /Unsupported field/,
    holds: fargate(),
    severity: 'warning',
    fix: true,
  },
];
