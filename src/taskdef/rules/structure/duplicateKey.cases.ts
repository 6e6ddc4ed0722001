import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: '{"family": "a", "family": "b", "containerDefinitions": [{"name": "a", "image": "b"}]}',
    at: '"family"',
    says: /appears again below/,
    holds: '{"family": "b", "containerDefinitions": [{"name": "a", "image": "b"}]}',
    fix: /^\{"family": "b", "cont/,
  },
];
