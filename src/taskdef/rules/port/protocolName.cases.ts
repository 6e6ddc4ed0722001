import { ports } from '../../rule/exampleContainers.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ports({ containerPort: 53, protocol: 'UDP' }),
    at: '"UDP"',
    says: /takes it for tcp/,
    holds: ports({ containerPort: 53, protocol: 'udp' }),
    fix: /"protocol": "udp"/,
  },
];
