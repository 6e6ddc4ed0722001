import { windows } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: windows({}, { user: 'app' }),
    at: '"user"',
    says: /Windows containers do not support it/,
    holds: windows(),
    fix: /^(?![^]*"user")/,
  },
];
