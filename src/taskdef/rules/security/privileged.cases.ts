import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ privileged: true }),
    at: '"privileged"',
    says: /'privileged' setting be 'false'/,
    holds: fargateContainer({ privileged: false }),
    fix: true,
  },
];
