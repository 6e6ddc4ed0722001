import { efs, volume } from '../../rule/examples/exampleVolumes.ts';
import type { RuleCase } from '../../rule/examples/ruleCase.ts';

export const cases: RuleCase[] = [
  {
    breaks: volume(
      {
        efsVolumeConfiguration: {
          fileSystemId: 'fs-12345678',
          transitEncryption: 'ENABLED',
          authorizationConfig: { iam: 'ENABLED' },
        },
      },
      { taskRoleArn: undefined },
    ),
    at: '"ENABLED"',
    says: /no taskRoleArn/,
    holds: efs({ transitEncryption: 'ENABLED', authorizationConfig: { iam: 'ENABLED' } }),
  },
];
