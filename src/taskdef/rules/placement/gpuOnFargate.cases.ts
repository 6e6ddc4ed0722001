import { gpu } from '../../rule/examples/exampleContainers.ts';
import { fargateContainer } from '../../rule/examples/exampleFiles.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: fargateContainer({ resourceRequirements: [{ type: 'GPU', value: '1' }] }),
    at: '"GPU"',
    says: /do not support GPU/,
    holds: gpu({ type: 'GPU', value: '1' }),
    fix: true,
  },
];
