import { ports } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ports({ containerPortRange: '9000-8000' }),
    at: '"9000-8000"',
    says: /9000 is above 8000/,
    holds: ports({ containerPortRange: '8000-8099' }),
  },
  {
    about: 'too many',
    breaks: ports({ containerPortRange: '8000-8200' }),
    at: '"8000-8200"',
    says: /201 ports; a container may have 100/,
    holds: ports({ containerPortRange: '8000-8099' }),
  },
  {
    about: 'beside a port',
    breaks: ports({ containerPort: 80, containerPortRange: '8000-8010' }),
    at: '"8000-8010"',
    says: /both a single port and a port range/,
    holds: ports({ containerPort: 80 }, { containerPortRange: '8000-8010' }),
    fix: true,
  },
  {
    about: 'overlap',
    breaks: ports({ containerPort: 8005 }, { containerPortRange: '8000-8010' }),
    at: '"8000-8010"',
    says: /overlaps another mapping/,
    holds: ports({ containerPort: 8005, protocol: 'udp' }, { containerPortRange: '8000-8010' }),
  },
  {
    about: 'form',
    breaks: ports({ containerPortRange: '80' }),
    at: '"80"',
    says: /not a range of ports/,
    holds: ports({ containerPortRange: '80-81' }),
  },
];
