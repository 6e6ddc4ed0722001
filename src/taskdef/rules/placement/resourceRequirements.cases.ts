import { gpu } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: gpu({ type: 'GPU', value: '0' }),
    at: '"0"',
    says: /not a number of GPUs/,
    holds: gpu({ type: 'GPU', value: 'ALL' }),
  },
  {
    about: 'both',
    breaks: gpu({ type: 'GPU', value: '1', sharingStrategy: { nvidiaMps: { memory: 1024 } } }),
    at: '"sharingStrategy"',
    says: /either a value or a sharingStrategy/,
    holds: gpu({ type: 'GPU', sharingStrategy: { nvidiaMps: { memory: 1024 } } }),
  },
];
