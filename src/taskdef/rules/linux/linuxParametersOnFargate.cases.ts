import { linux } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: linux({ sharedMemorySize: 256 }),
    at: '"sharedMemorySize"',
    says: /do not support it/,
    holds: linux({ tmpfs: [{ containerPath: '/tmp', size: 64 }] }),
    fix: true,
  },
];
