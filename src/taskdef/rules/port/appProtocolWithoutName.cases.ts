import { ports } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ports({ containerPort: 80, appProtocol: 'http' }),
    at: '"appProtocol"',
    says: /no effect without a name/,
    holds: ports({ containerPort: 80, name: 'web', appProtocol: 'http' }),
    fix: /"name": "web-80-tcp"/,
  },
];
