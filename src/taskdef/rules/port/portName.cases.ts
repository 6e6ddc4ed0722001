import { ports } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ports({ containerPort: 80, name: 'Http' }),
    at: '"Http"',
    says: /lower-case letters/,
    holds: ports({ containerPort: 80, name: '_http-1' }),
    fix: /"name": "http"/,
  },
];
