import { ec2Volume } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: ec2Volume({ host: { sourcePath: '/x' }, efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }),
    at: '"efsVolumeConfiguration"',
    says: /has host, efsVolumeConfiguration/,
    holds: ec2Volume({ host: {}, efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }),
    fix: true,
  },
];
