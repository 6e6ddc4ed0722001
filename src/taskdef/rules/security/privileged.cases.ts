import { fargateContainer } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ privileged: true }),
    at: '"privileged"',
    says: /'privileged' setting be 'false'/,
    holds: fargateContainer({ privileged: false }),
    fix: true,
  },
];
