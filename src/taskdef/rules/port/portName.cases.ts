import { ports } from '../../rule/exampleContainers.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ports({ containerPort: 80, name: 'Http' }),
    at: '"Http"',
    says: /lower-case letters/,
    holds: ports({ containerPort: 80, name: '_http-1' }),
    fix: /"name": "http"/,
  },
];
