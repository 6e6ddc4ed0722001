import { gpu } from '../../rule/exampleContainers.ts';
import { fargateContainer } from '../../rule/exampleFiles.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ resourceRequirements: [{ type: 'GPU', value: '1' }] }),
    at: '"GPU"',
    says: /do not support GPU/,
    holds: gpu({ type: 'GPU', value: '1' }),
    fix: true,
  },
];
