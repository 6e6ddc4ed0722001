import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: '{\n  // names\n  "family": "a",\n  "containerDefinitions": [{"name": "a", "image": "b"},],\n}',
    at: '// names',
    says: /strict JSON/,
    holds: '{\n  "family": "a // b",\n  "containerDefinitions": [{"name": "a", "image": "b,]"}]\n}',
    fix: /"b"\}\]\n\}$/,
  },
];
