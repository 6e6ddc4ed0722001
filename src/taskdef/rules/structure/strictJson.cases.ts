import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    about: 'comment',
    breaks: '{\n  // names\n  "family": "a",\n  "containerDefinitions": [{"name": "a", "image": "b"},],\n}',
    at: '// names',
    says: /strict JSON/,
    holds: '{\n  "family": "a // b",\n  "containerDefinitions": [{"name": "a", "image": "b,]"}]\n}',
    fix: /^\{\n *\n? *"family": "a",\n *"containerDefinitions": \[\{"name": "a", "image": "b"\},\],\n\}$/,
  },
  {
    about: 'trailing comma',
    breaks: '{\n  "containerDefinitions": [{"name": "a"},]\n}',
    at: ',',
    says: /Trailing comma/,
    holds: '{\n  "containerDefinitions": [{"name": "a,]"}]\n}',
    fix: /"a"\}\]\n\}$/,
  },
];
