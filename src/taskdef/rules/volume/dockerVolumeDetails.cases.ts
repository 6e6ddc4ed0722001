import { ec2Volume } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Volume({ dockerVolumeConfiguration: { scope: 'task', autoprovision: true } }),
    at: '"autoprovision"',
    says: /scope "shared" only/,
    holds: ec2Volume({ dockerVolumeConfiguration: { scope: 'shared', autoprovision: true } }),
    fix: true,
  },
];
