import { volume } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

const arn = 'arn:aws:s3files:eu-central-1:123456789012:file-system/fs-1';

export const cases: RuleCase[] = [
  {
    breaks: volume({ s3filesVolumeConfiguration: { fileSystemArn: arn } }, { taskRoleArn: undefined }),
    at: '"s3filesVolumeConfiguration"',
    says: /no taskRoleArn/,
    holds: volume({ s3filesVolumeConfiguration: { fileSystemArn: arn } }),
  },
  {
    about: 'ARN',
    breaks: volume({ s3filesVolumeConfiguration: { fileSystemArn: 'fs-1' } }),
    at: '"fs-1"',
    says: /not the full ARN/,
    holds: volume({ s3filesVolumeConfiguration: { fileSystemArn: arn } }),
  },
];
