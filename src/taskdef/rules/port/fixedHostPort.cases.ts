import { bridgePorts } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: bridgePorts({ containerPort: 80, hostPort: 80 }),
    at: '80',
    says: /one instance runs one such task/,
    holds: bridgePorts({ containerPort: 80, hostPort: 0 }),
    fix: /"hostPort": 0/,
  },
];
