import { windowsEc2 } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: windowsEc2({ networkMode: 'bridge' }),
    at: '"bridge"',
    says: /Windows has no network mode bridge/,
    holds: windowsEc2({ networkMode: undefined }),
    fix: /^(?![^]*networkMode)/,
  },
];
