import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ versionConsistency: 'disabled' }),
    at: '"disabled"',
    says: /different images/,
    holds: fargateContainer({ versionConsistency: 'enabled' }),
    fix: true,
  },
];
