import { bridgePorts, ports } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: bridgePorts({ hostPort: 80 }),
    at: '80',
    says: /Invalid 'containerPort' setting for container 'web'/,
    holds: bridgePorts({ containerPortRange: '80-90' }),
    fix: /"containerPort": 80/,
  },
  {
    about: 'out of range',
    breaks: ports({ containerPort: 70_000 }),
    at: '70000',
    says: /ports are 1 to 65535/,
    holds: ports({ containerPort: 65_535 }),
  },
];
