import { windows } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: windows({}, { user: 'app' }),
    at: '"user"',
    says: /Windows containers do not support it/,
    holds: windows(),
    fix: /^(?![^]*"user")/,
  },
];
