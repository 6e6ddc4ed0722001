import { bridgePorts } from '../../rule/exampleContainers.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: bridgePorts({ containerPort: 80, hostPort: 80 }),
    at: '80',
    says: /one instance runs one such task/,
    holds: bridgePorts({ containerPort: 80, hostPort: 0 }),
    fix: /"hostPort": 0/,
  },
];
