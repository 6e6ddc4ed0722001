import { ports } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ports({ containerPort: 53, protocol: 'UDP' }),
    at: '"UDP"',
    says: /takes it for tcp/,
    holds: ports({ containerPort: 53, protocol: 'udp' }),
    fix: /"protocol": "udp"/,
  },
];
