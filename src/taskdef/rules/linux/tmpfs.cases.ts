import { linux } from '../../rule/examples/exampleContainers.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: linux({ tmpfs: [{ containerPath: '/tmp', size: 0 }] }),
    at: '0',
    says: /the least is 1/,
    holds: linux({ tmpfs: [{ containerPath: '/tmp', size: 1 }] }),
    fix: true,
  },
  {
    about: 'options',
    breaks: linux({ tmpfs: [{ containerPath: '/tmp', size: 1, mountOptions: ['read-only'] }] }),
    at: '"read-only"',
    says: /not a mount option/,
    holds: linux({ tmpfs: [{ containerPath: '/tmp', size: 1, mountOptions: ['ro', 'mode=1777'] }] }),
  },
];
