import { fargateContainer, windows } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: windows({}, { portMappings: [{ containerPort: 3150 }] }),
    at: '3150',
    says: /reserved on Windows/,
    holds: fargateContainer({ portMappings: [{ containerPort: 3150 }] }),
  },
];
