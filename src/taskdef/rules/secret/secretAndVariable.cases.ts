import { parameterArn } from '../../rule/examples/exampleContainers.ts';
import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({
      secrets: [{ name: 'A', valueFrom: parameterArn }],
      environment: [{ name: 'A', value: 'x' }],
    }),
    at: '"A"',
    says: /not shared with any environment variables/,
    holds: fargateContainer({
      secrets: [{ name: 'A', valueFrom: parameterArn }],
      environment: [{ name: 'B', value: 'x' }],
    }),
    fix: /"environment": \[\]/,
  },
];
