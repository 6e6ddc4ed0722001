import { withImage } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: withImage('registry.example.com/a:latest'),
    at: '"registry',
    says: /another image tomorrow/,
    holds: withImage('registry.example.com/a:1'),
  },
];
