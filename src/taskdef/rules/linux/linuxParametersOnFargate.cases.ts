import { linux } from '../../rule/exampleContainers.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: linux({ sharedMemorySize: 256 }),
    at: '"sharedMemorySize"',
    says: /do not support it/,
    holds: linux({ tmpfs: [{ containerPath: '/tmp', size: 64 }] }),
    fix: true,
  },
];
