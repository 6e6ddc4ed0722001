import { withImage } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: withImage('registry.example.com/a'),
    at: '"registry',
    says: /Without a tag/,
    holds: withImage(`registry.example.com/a@sha256:${'a'.repeat(64)}`),
  },
];
