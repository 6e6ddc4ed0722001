import { windowsEc2 } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: windowsEc2({ networkMode: 'bridge' }),
    at: '"bridge"',
    says: /Windows has no network mode bridge/,
    holds: windowsEc2({ networkMode: undefined }),
    fix: /^(?![^]*networkMode)/,
  },
];
