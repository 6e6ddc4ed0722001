import { parameterArn, secretArn } from '../../rule/examples/exampleContainers.ts';
import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({
      secrets: [
        { name: 'A', valueFrom: parameterArn },
        { name: 'A', valueFrom: secretArn },
      ],
    }),
    at: '"A"',
    says: /Duplicate secret names found: A/,
    holds: fargateContainer({
      secrets: [
        { name: 'A', valueFrom: parameterArn },
        { name: 'B', valueFrom: secretArn },
      ],
    }),
    fix: true,
  },
];
