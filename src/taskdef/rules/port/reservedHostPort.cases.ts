import { bridgePorts } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: bridgePorts({ containerPort: 80, hostPort: 22 }),
    at: '22',
    says: /reserved on the instance/,
    holds: bridgePorts({ containerPort: 22, hostPort: 0 }),
  },
  {
    about: 'ephemeral',
    breaks: bridgePorts({ containerPort: 80, hostPort: 40_000 }),
    at: '40000',
    says: /ephemeral range/,
    holds: bridgePorts({ containerPort: 80, hostPort: 8080 }),
  },
];
