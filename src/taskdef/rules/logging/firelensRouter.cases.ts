import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import { firelens, routed } from '../../rule/examples/exampleLogs.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer(firelens),
    at: '"awsfirelens"',
    says: /firelens configuration object must be configured/,
    holds: routed(),
    fix: /"firelensConfiguration"/,
  },
];
