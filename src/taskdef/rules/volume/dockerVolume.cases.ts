import { ec2Volume, volume } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: volume({ dockerVolumeConfiguration: { scope: 'task' } }),
    at: '"dockerVolumeConfiguration"',
    says: /do not support Docker volumes/,
    holds: ec2Volume({ dockerVolumeConfiguration: { scope: 'task' } }),
    fix: true,
  },
];
