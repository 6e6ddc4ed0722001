import { variables } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: variables({ name: 'PORT', value: '1' }, { name: 'PORT', value: '2' }),
    at: '"PORT"',
    says: /the last one wins/,
    holds: variables({ name: 'PORT', value: '1' }, { name: 'port', value: '2' }),
    fix: /"value": "2"/,
  },
];
