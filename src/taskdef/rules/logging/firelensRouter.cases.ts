import { fargateContainer } from '../../rule/exampleFiles.ts';
import { firelens, routed } from '../../rule/exampleLogs.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer(firelens),
    at: '"awsfirelens"',
    says: /firelens configuration object must be configured/,
    holds: routed(),
    fix: /"firelensConfiguration"/,
  },
];
