import { parameterArn } from '../../rule/exampleContainers.ts';
import { fargateContainer } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

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
