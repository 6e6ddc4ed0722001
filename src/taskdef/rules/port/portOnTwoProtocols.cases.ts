import { ports } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ports({ containerPort: 53 }, { containerPort: 53, protocol: 'udp' }),
    at: '53',
    says: /more than one port mapping/,
    holds: ports({ containerPort: 53 }, { containerPort: 54, protocol: 'udp' }),
  },
];
