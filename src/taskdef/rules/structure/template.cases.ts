import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: '{"family": "a", "containerDefinitions": [{"name": "a", "image": "b", "cpu": ${cpu}}]}',
    at: '${cpu}',
    says: /template: a tool must fill in \$\{cpu\}/,
    holds: '{"family": "a", "containerDefinitions": [{"name": "a", "image": "b", "cpu": 1}]}',
  },
];
