import { accessPoint, efs } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: efs({ fileSystemId: 'my-fs' }),
    at: '"my-fs"',
    says: /not an EFS file system/,
    holds: efs({ fileSystemId: 'fs-0123456789abcdef0' }),
  },
  {
    about: 'access point',
    breaks: efs({ transitEncryption: 'ENABLED', authorizationConfig: { accessPointId: 'ap-1' } }),
    at: '"ap-1"',
    says: /not an EFS access point/,
    holds: efs({ transitEncryption: 'ENABLED', authorizationConfig: accessPoint }),
  },
  {
    about: 'a word in small letters, while one in capitals is replaced',
    breaks: efs({ fileSystemId: 'efs_file_system' }),
    at: '"efs_file_system"',
    says: /not an EFS file system/,
    holds: efs({
      fileSystemId: 'EFS_FILE_SYSTEM_ID',
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId: 'EFS_ACCESS_POINT_ID', iam: 'ENABLED' },
    }),
  },
];
