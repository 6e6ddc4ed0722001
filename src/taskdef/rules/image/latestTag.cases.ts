import { withImage } from '../../rule/exampleContainers.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: withImage('registry.example.com/a:latest'),
    at: '"registry',
    says: /another image tomorrow/,
    holds: withImage('registry.example.com/a:1'),
  },
];
