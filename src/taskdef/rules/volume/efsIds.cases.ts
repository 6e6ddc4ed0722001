import { accessPoint, efs } from '../../rule/exampleVolumes.ts';
import type { RuleCase } from '../../rule/ruleCase.ts';

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
];
