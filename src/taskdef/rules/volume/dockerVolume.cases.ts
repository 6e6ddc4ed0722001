import { ec2Volume, volume } from '../../rule/exampleVolumes.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: volume({ dockerVolumeConfiguration: { scope: 'task' } }),
    at: '"dockerVolumeConfiguration"',
    says: /do not support Docker volumes/,
    holds: ec2Volume({ dockerVolumeConfiguration: { scope: 'task' } }),
    fix: true,
  },
];
