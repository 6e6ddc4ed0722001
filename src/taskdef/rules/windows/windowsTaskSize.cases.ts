import { windows, windowsEc2 } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: windowsEc2({ cpu: '1024' }),
    at: '"cpu"',
    says: /ignored for Windows containers on EC2/,
    holds: windows(),
  },
];
