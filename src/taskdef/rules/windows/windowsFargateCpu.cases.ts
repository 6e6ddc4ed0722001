import { windows } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: windows({ cpu: '512', memory: '2048' }),
    at: '"512"',
    says: /1024, 2048 or 4096 CPU units, not 512/,
    holds: windows(),
    fix: /"cpu": "1024"/,
  },
];
