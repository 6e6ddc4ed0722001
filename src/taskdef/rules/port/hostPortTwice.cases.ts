import { portsOfTwo } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: portsOfTwo([{ containerPort: 80, hostPort: 8080 }], [{ containerPort: 90, hostPort: 8080 }], 'bridge'),
    at: '8080',
    says: /TCP host port '8080' is mapped multiple times/,
    holds: portsOfTwo(
      [{ containerPort: 80, hostPort: 8080 }],
      [{ containerPort: 90, hostPort: 8080, protocol: 'udp' }],
      'bridge',
    ),
    fix: /"hostPort": 0/,
  },
];
